import { openArchives } from '@/utils/archive';
import type { ArchiveWork } from './archive-work';
import { doArchiveWork } from './do-archive-work';
import { answerCalls } from './worker-calls';

/** The worker of the options page: reads, stages and indexes archives, so that the page draws and the background answers meanwhile. */
answerCalls<ArchiveWork>(
  self,
  doArchiveWork(() => openArchives(navigator.locks)),
);
