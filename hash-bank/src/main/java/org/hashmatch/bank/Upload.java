package org.hashmatch.bank;

/**
 * A file to be decided on.
 *
 * @param id the platform's name for it, 0..1000 characters; it goes into the audit file and the
 *     history of uploads
 * @param file the whole file; not kept, and not to be changed meanwhile
 */
// The array is lent, as everywhere on the way of an upload: a copy would cost up to 20 MB.
@SuppressWarnings("ArrayRecordComponent")
public record Upload(String id, byte[] file) {

  /**
   * Checks the id.
   *
   * @param id as above
   * @param file as above
   * @throws IllegalArgumentException if the id is too long or has control characters
   */
  public Upload {
    Text.check("upload id", id, 0, BankEntry.MAX_ID);
  }
}
