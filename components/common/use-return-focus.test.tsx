// @vitest-environment happy-dom
import { act, type JSX, type ReactNode, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { draw } from '../../tests/draw';
import { useReturnFocus } from './use-return-focus';

function List({ rows }: { rows: readonly string[] }): JSX.Element {
  const returning = useReturnFocus('rows', 'find');
  return (
    <section {...returning}>
      <input data-return="find" />
      {rows.map((row) => (
        <button key={row} type="button" data-return={row}>
          {row}
        </button>
      ))}
    </section>
  );
}

/** A page that shows one thing after the other. */
async function showing(first: ReactNode): Promise<(next: ReactNode) => Promise<void>> {
  let show: (next: ReactNode) => void = () => undefined;
  function Page(): JSX.Element {
    const [shown, setShown] = useState(first);
    show = setShown;
    return <>{shown}</>;
  }
  await draw(<Page />);
  return (next) => act(async () => show(next));
}

const named = (name: string): HTMLElement | null => document.querySelector(`[data-return=${name}]`);
const focused = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset['return'];

it('the focus goes back to where it was in a view, or to what stands in for it once that is gone', async () => {
  const show = await showing(<List rows={['a', 'b']} />);
  await act(async () => named('b')?.focus());
  await show(<p />);
  expect(focused()).toBeUndefined();
  await show(<List rows={['a', 'b']} />);
  expect(focused()).toBe('b');
  await show(<p />);
  await show(<List rows={['a']} />);
  await vi.waitFor(() => expect(focused()).toBe('find'));
});

it('a focus that went elsewhere meanwhile stays there', async () => {
  const away = <button key="away" type="button" data-return="away" />;
  const show = await showing([<List key="list" rows={['a']} />, away]);
  await act(async () => named('a')?.focus());
  await show([away]);
  await act(async () => named('away')?.focus());
  await show([<List key="list" rows={['a']} />, away]);
  await new Promise((next) => setTimeout(next, 100));
  expect(focused()).toBe('away');
});
