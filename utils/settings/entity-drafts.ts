import { storage } from 'wxt/utils/storage';

/**
 * What stands in an entity's editor and is not saved yet: it survives a closed panel and a change of tab. Lives with the browser
 * session, on no disk. A key an entity, because panel and options may edit two at once.
 */
export function readEntityDraft(entityId: string): Promise<unknown> {
  return storage.getItem(keyOf(entityId));
}

/** With null, there is nothing left to save. */
export function writeEntityDraft(entityId: string, draft: object | null): Promise<void> {
  return draft === null ? storage.removeItem(keyOf(entityId)) : storage.setItem(keyOf(entityId), draft);
}

function keyOf(entityId: string): `session:${string}` {
  return `session:entityDraft:${entityId}`;
}
