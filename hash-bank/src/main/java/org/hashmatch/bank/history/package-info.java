/**
 * Looking back: what was uploaded before, by hash, so that a picture that becomes known today is
 * also found where it was uploaded yesterday.
 *
 * <p>Entry point: {@link org.hashmatch.bank.history.UploadHistory}. The one rule: an upload's name
 * and hashes, and nothing else of it or of who uploaded it.
 *
 * <p>A history is a bank: its entries are uploads, {@code id} the upload's, {@code hashes} those of
 * each of its views as stored, {@code addedAt} when it was decided on. It has no labels, origins or
 * digests. It is kept in a file or a schema of its own, and never given to a screener.
 */
@NullMarked
package org.hashmatch.bank.history;

import org.jspecify.annotations.NullMarked;
