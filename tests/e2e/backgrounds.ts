/** Whether a scenario runs as usual, or with the background stopped before each of its steps: it must not matter. */
export type Background = 'running' | 'stopped before every step';

export const BACKGROUNDS: readonly Background[] = ['running', 'stopped before every step'];
