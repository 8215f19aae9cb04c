/** Why an operation on the store failed: the store itself, a draft that is not there, or a row whose checksum is wrong. */
export type StorageFault = 'storage' | 'gone' | 'damaged';

/** An operation on the store failed and nothing of it was kept. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
