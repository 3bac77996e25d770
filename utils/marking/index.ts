/**
 * Marking: paints ranges of the page and of its frames with the CSS Custom Highlight API, and tells which of them stand at a point.
 *
 * Touches `document`, one observer of what is in the window, and one timer; the page's DOM is never changed, and `clear` removes all of
 * it. The page's scripts can see what is marked and can wipe it (then it is painted again within a second), but learn neither names nor
 * ids of the archive.
 * Where a browser has no such API, nothing is painted and nothing breaks. The look is `style.css` of the content script.
 */
export { type Marker, type MarkedRanges, startMarking } from './paint-ranges';
export { boxesOf, characterAt, isOnRange, type Point, pointOf } from './hit-test';
export { seenBetween } from './frame-place';
export { elementAbove } from './node-above';
