import { speak } from '@/utils/i18n';

// As every page does before it draws.
speak('en');
