import { Check, X } from 'lucide-react';
import type { JSX } from 'react';
import { t } from '@/utils/i18n';
import { type Briefing, type EntityId, isInDoubt, type PageEntity } from '@/utils/model';
import { Button } from '../common/Button';

/** A name in doubt: whom it may be, why that is not sure, and the reader's answer. */
export function AskCard({
  entity,
  briefing,
  onAnswer,
}: {
  entity: PageEntity;
  briefing: Briefing;
  onAnswer: (id: EntityId, means: 'yes' | 'no') => void;
}): JSX.Element {
  const mention = entity.mentions.map((place) => briefing.mentions[place]).find((known) => known && isInDoubt(known));
  const name = mention?.name ?? entity.label;
  const question = `${t('mayBe', { name })} ${entity.fullName}`;
  return (
    <section className="ask-card" aria-label={question}>
      <p className="ask-question">
        {t('mayBe', { name })} <strong>{entity.fullName}</strong>
      </p>
      <p className="ask-why">
        {mention?.tier === 'near' ? t('doubtNear', { name }) : t(name === entity.fullName ? 'doubtWord' : 'doubtPart')}
      </p>
      <div className="ask-acts">
        <Button onClick={() => onAnswer(entity.id, 'yes')}>
          <Check size={14} aria-hidden="true" />
          {t('yesThis')}
        </Button>
        <Button onClick={() => onAnswer(entity.id, 'no')}>
          <X size={14} aria-hidden="true" />
          {t('notThis')}
        </Button>
      </div>
    </section>
  );
}
