/**
 * Stands in for WXT's own class of this name, by an alias in wxt.config.ts. WXT's tells newer copies of itself by events that carry
 * our id and that a page can replay to switch us off; we tell them by a mark in our isolated world, which no page can reach.
 */
export class ContentScriptContext {}
