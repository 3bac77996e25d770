/** What is in a backup. */
export interface BackupSummary {
  settings: number;
  edits: number;
  notes: number;
  archives: readonly { title: string; briefs: number }[];
}

/** Why a backup was refused, and where. */
export interface BackupFault {
  kind: 'not-a-backup' | 'newer-version' | 'damaged' | 'cut-short' | 'wrong-kind' | 'not-readable';
  line: number;
  archive: string;
  field: string;
}

/** Where somebody stands who saves or restores a backup. */
export type BackupStep =
  | { step: 'ready' }
  | { step: 'saving' }
  | { step: 'checking'; name: string; share: number }
  | { step: 'refused'; name: string; fault: BackupFault }
  | { step: 'looking'; name: string; summary: BackupSummary }
  | { step: 'restoring'; name: string; summary: BackupSummary; share: number };

export interface BackupUse {
  onBackUp: () => void;
  onBackupFile: (file: File) => void;
  onRestore: () => void;
  /** Lets go of a backup that was looked at, or breaks off what is going on. */
  onBackupLetGo: () => void;
}
