/**
 * Where banks are kept: SQLite, one file a bank, on one machine.
 *
 * <p>Entry point: {@link org.hashmatch.bank.store.SqliteBankFile}. The one rule: what was
 * acknowledged is on disk, and what is on disk is what was acknowledged; anything else is an error.
 *
 * <h2>The file, version 1</h2>
 *
 * <p>A SQLite 3 database in WAL mode with {@code application_id} 0x484D424B ("HMBK") and {@code
 * user_version} 1:
 *
 * <pre>
 * bank   (one row)  name, algorithm, radius, quality_floor, action, entries, checksum
 * entry  (a row each)  key, id, hash, quality, labels, source, case_reference, added_at
 * </pre>
 *
 * <ul>
 *   <li>{@code algorithm}: {@link org.hashmatch.hash.HashAlgorithm#id()}; {@code hash}: the bits as
 *       the big-endian bytes of their hexadecimal text; {@code labels}: joined by commas, in
 *       alphabetical order; {@code added_at}: milliseconds since 1970, UTC.
 *   <li>{@code entries}: the number of entries. {@code checksum}: the sum, modulo 2^64, of the
 *       first eight bytes of the SHA-256 of each row of both tables, so a row that is lost, changed
 *       or invented is noticed however that came about.
 * </ul>
 *
 * <p>History: version 1, with Hashmatch 0.1.
 */
@NullMarked
package org.hashmatch.bank.store;

import org.jspecify.annotations.NullMarked;
