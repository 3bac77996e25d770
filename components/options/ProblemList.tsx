import { TriangleAlert } from 'lucide-react';
import { type JSX, useState } from 'react';
import { t } from '@/utils/i18n';
import { Button } from '../common/Button';
import { PROBLEM_WORDS, type SourceProblem } from './problem-words';

/** Problems listed before somebody asks for all. */
const MOST_LISTED = 6;

/** What is amiss, each with its file, item and field. */
export function ProblemList({ problems }: { problems: readonly SourceProblem[] }): JSX.Element {
  const [shown, setShown] = useState<'first' | 'all'>('first');
  const listed = shown === 'all' ? problems : problems.slice(0, MOST_LISTED);
  return (
    <>
      <ul className="add-list">
        {listed.map(({ file, item, field, kind }, place) => (
          <li key={place}>
            <TriangleAlert className="add-warn" size={16} aria-hidden="true" />
            <div>
              <p className="add-file">{file}</p>
              {(item !== null || field !== '') && (
                <p className="add-place">{[item, field].filter((part) => part !== null && part !== '').join(' · ')}</p>
              )}
              <p className="add-problem">{t(PROBLEM_WORDS[kind])}</p>
            </div>
          </li>
        ))}
      </ul>
      {listed.length < problems.length && (
        <Button kind="quiet" onClick={() => setShown('all')}>
          {t('showAllN', { n: problems.length })}
        </Button>
      )}
    </>
  );
}
