import { Archive, BookUser, FileClock, Globe, Highlighter, Info, Keyboard, Languages, Rss } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type JSX, type ReactNode, useState } from 'react';
import { type MessageKey, t } from '@/utils/i18n';
import type { OptionsState, UpdatesState } from '@/utils/stores';
import { Logo } from '../common/Glyphs';
import { AboutSection } from './AboutSection';
import type { Adding, AddingUse } from './adding';
import { ArchivesSection, type ArchivesUse } from './ArchivesSection';
import { LanguageSection } from './LanguageSection';
import { MarksSection } from './MarksSection';
import { SitesSection, type SitesUse } from './SitesSection';
import type { Subscribing, SubscribingUse } from './subscribing';
import { TabList } from './TabList';
import { UpdatesSection, type UpdatesUse } from './UpdatesSection';

export interface OptionsUse extends ArchivesUse, AddingUse, SubscribingUse, SitesUse, UpdatesUse {
  onLanguage: (language: OptionsState['language']) => void;
  onTheme: (theme: OptionsState['theme']) => void;
  onMarks: (marks: OptionsState['marks']) => void;
}

const SECTIONS = [
  { id: 'archives', label: 'archives', Icon: Archive },
  { id: 'updates', label: 'updates', Icon: Rss },
  { id: 'entities', label: 'entities', Icon: BookUser },
  { id: 'sites', label: 'sites', Icon: Globe },
  { id: 'marks', label: 'marks', Icon: Highlighter },
  { id: 'language', label: 'language', Icon: Languages },
  { id: 'keyboard', label: 'keyboard', Icon: Keyboard },
  { id: 'backup', label: 'backup', Icon: FileClock },
  { id: 'about', label: 'about', Icon: Info },
] as const satisfies readonly { id: string; label: MessageKey; Icon: unknown }[];
type SectionId = (typeof SECTIONS)[number]['id'];

/** What can be set once and left: a list of sections at the side, on narrow pages a choice at the top. */
export function Options({
  state,
  adding,
  subscribing,
  updates,
  entities,
  keyboard,
  backup,
  use,
  version,
}: {
  state: OptionsState;
  adding: Adding;
  subscribing: Subscribing;
  updates: UpdatesState;
  /** Draws itself: it asks for much, and only when it is looked at. */
  entities: ReactNode;
  /** Draw themselves too. */
  keyboard: ReactNode;
  backup: ReactNode;
  use: OptionsUse;
  version: string;
}): JSX.Element {
  const [section, setSection] = useState<SectionId>('archives');
  const choose = (id: string): void => setSection(SECTIONS.find((known) => known.id === id)?.id ?? section);
  return (
    <Tabs.Root className="options" orientation="vertical" value={section} onValueChange={choose}>
      <header className="options-side">
        <p className="options-brand written">
          <Logo size={24} />
          Backgrounder
        </p>
        <TabList className="options-nav" aria-label={t('settings')}>
          {SECTIONS.map(({ id, label, Icon }) => (
            <Tabs.Trigger key={id} value={id} className="options-tab" data-section={id}>
              <Icon size={16} aria-hidden="true" />
              {t(label)}
            </Tabs.Trigger>
          ))}
        </TabList>
        <select
          className="options-choice"
          aria-label={t('settings')}
          value={section}
          onChange={(event) => choose(event.target.value)}
        >
          {SECTIONS.map(({ id, label }) => (
            <option key={id} value={id}>
              {t(label)}
            </option>
          ))}
        </select>
      </header>
      <main className="options-main">
        <Tabs.Content value="archives">
          <ArchivesSection
            state={state}
            adding={adding}
            subscribing={subscribing}
            subscriptions={updates.subscriptions ?? []}
            use={use}
          />
        </Tabs.Content>
        <Tabs.Content value="updates">
          <UpdatesSection
            updates={updates}
            use={{
              ...use,
              onNew: () => {
                setSection('archives');
                use.onTab('source');
                use.onOpen();
              },
            }}
          />
        </Tabs.Content>
        <Tabs.Content value="entities">{entities}</Tabs.Content>
        <Tabs.Content value="sites">
          <SitesSection watched={state.watched} use={use} />
        </Tabs.Content>
        <Tabs.Content value="marks">
          <MarksSection marks={state.marks} onMarks={use.onMarks} />
        </Tabs.Content>
        <Tabs.Content value="language">
          <LanguageSection
            language={state.language}
            theme={state.theme}
            onLanguage={use.onLanguage}
            onTheme={use.onTheme}
          />
        </Tabs.Content>
        <Tabs.Content value="keyboard">{keyboard}</Tabs.Content>
        <Tabs.Content value="backup">{backup}</Tabs.Content>
        <Tabs.Content value="about">
          <AboutSection version={version} />
        </Tabs.Content>
      </main>
    </Tabs.Root>
  );
}
