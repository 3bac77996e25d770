/** Only marks near the window are painted: in this one all of a demo page's are. In CSS pixels. */
export const TALL = { width: 1280, height: 1700 };
