/**
 * Everything of a user's in one file: archives with what was chosen of them, settings, subscriptions, edits and notes.
 *
 * Touches nothing: it makes lines and reads lines (valibot checks their shapes), and whoever calls it has files and storage. Promises
 * that the same things give the same bytes, that a damaged file is refused whole with the line and field of its damage, and that
 * nothing passes which storage could not hold: every id under its archive, addresses of the web only. docs/FORMATS.md has the format.
 */
export { type BackedArchive, type Backup, type BackupCount } from './backup';
export { backupLines } from './backup-lines';
export { type BackupProblem, readBackup } from './read-backup';
