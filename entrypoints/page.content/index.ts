import { defineContentScript } from 'wxt/utils/define-content-script';
import { type Follower, followPage } from './follow-page';
import { restWhileOthersWork } from './rest';
import './style.css';

/** Where this document's follower is kept: in the isolated world, which the page cannot see. A symbol, because a page names globals by ids. */
const FOLLOWER = Symbol.for('follower');

/** Reads the page it stands in and marks it when asked. Registered at run time for the sites a user chose, or injected by a click. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  noScriptStartedPostMessage: true,
  async main() {
    // Compiling and starting this script is a task of its own; on a slow machine the two together would be a long one.
    await restWhileOthersWork();
    const world = globalThis as { [FOLLOWER]?: Follower };
    // Injected a second time: somebody asks to read what is already followed.
    if (world[FOLLOWER]?.isAwake()) world[FOLLOWER].readAgain();
    else world[FOLLOWER] = followPage(document);
  },
});
