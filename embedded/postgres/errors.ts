/** Another process has the data folder open. `pid` is 0 when it could not be told. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
  readonly code = 'DATA_FOLDER_IN_USE';
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(`${folder} is in use by process ${pid}: stop it, or choose another data folder`);
    this.pid = pid;
  }
}

/** The database process could not be started, or ended too often to be started again. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly code = 'EMBEDDED_POSTGRES_FAILED';
}
