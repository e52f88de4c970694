/**
 * Where banks are kept: SQLite, one file a bank, on one machine; PostgreSQL, one schema a bank, for
 * many machines. And signed snapshots of them, to be carried elsewhere.
 *
 * <p>Entry points: {@link org.hashmatch.bank.store.SqliteBankFile}, {@link
 * org.hashmatch.bank.store.PostgresBank}, {@link org.hashmatch.bank.store.SnapshotFile}. The one
 * rule: what was acknowledged is on disk, and what is on disk is what was acknowledged; anything
 * else is an error.
 *
 * <h2>The tables, version 2</h2>
 *
 * <p>The same in both databases. In SQLite they are in a database in WAL mode with {@code
 * application_id} 0x484D424B ("HMBK") and {@code user_version} 2; in PostgreSQL in a schema of
 * their own, with a table {@code version} besides.
 *
 * <pre>
 * bank        (one row)  settings, sealed, sequence, entry_rows, held, entries_checksum, checksum
 * entry       (a row for each id)  key, id, sequence, held, body, checksum
 * epoch       (a row for each process that wrote)  first_sequence, token
 * checkpoint  (a row for each list)  list, position
 * </pre>
 *
 * <ul>
 *   <li>{@code key}: 1, 2, 3, in the order in which the ids first came. A row stays when its entry
 *       goes: {@code held} is 0 then, and the body says why and since when.
 *   <li>{@code sequence}: the number of the row's last change. The bank's own is that of the last
 *       change of all, its settings' included. Whoever knows the bank at one number reads the rows
 *       with larger ones, and knows it now.
 *   <li>{@code entries_checksum}: the sum, modulo 2^64, of all entries' checksums. {@code
 *       checksum}: the first eight bytes, as a number, of the SHA-256 of the row's other fields in
 *       the order above, each after its length ({@code one} left out). So a row that is lost,
 *       changed or invented is noticed however that came about.
 *   <li>{@code token}: a random number, by which an index cache proves that it belongs to this
 *       bank's past: a copy of the store that was restored and written to has other tokens from
 *       there on.
 * </ul>
 *
 * <p>Bodies and settings are fields one after the other. All numbers are big-endian; u8 and u16
 * have no sign, i64 has. A text is its length in bytes as u16, then UTF-8; bytes are their number
 * as u16, then they; a list is its number of parts as u16, then they. A constant is its place, from
 * 0, among those that its Java type lists.
 *
 * <pre>
 * entry     = u8 version (1)  u8 kind  u8 status
 *             list of hashes   (text algorithm id, bytes: the words of the hash, the highest first)
 *             list of digests  (u8 algorithm, bytes)
 *             u8 quality (255: not known)
 *             list of labels (text)   list of origins (text source, text case)   text provenance
 *             i64 added   i64 updated   i64 expires (2^63 - 1: never)   milliseconds since 1970, UTC
 *             list of opinions (text by, u8 verdict, i64 at)
 * gone      = u8 version (1)  u8 reason  i64 at
 * settings  = u8 version (1)  text name
 *             list of radii (text algorithm id, i64 radius)
 *             u8 quality floor  u8 action  u8 shadow  u8 negative
 *             list of labels that match, list of labels that do not (text)
 *             i64 time to live in milliseconds (2^63 - 1: none)
 *             i64 flood uploads (0: no limit)  i64 flood window in milliseconds
 * </pre>
 *
 * <p>In a sealed bank each entry's body is 12 bytes nonce, then the body by AES-256-GCM with the id
 * as additional data, then 16 bytes tag. So are the settings, with no additional data; their
 * checksum is of them unsealed.
 *
 * <table>
 *   <caption>History</caption>
 *   <tr><th>version</th><th>since</th><th>change</th></tr>
 *   <tr><td>1</td><td>0.1, unreleased</td><td>SQLite only: a column for each field, one hash and one
 *     origin. Opened, it becomes version 2 in one transaction</td></tr>
 *   <tr><td>2</td><td>0.1</td><td>PostgreSQL, changes, tombstones, several hashes, digests, sealing
 *     </td></tr>
 * </table>
 *
 * <h2>Snapshot files, version 1</h2>
 *
 * <p>{@link org.hashmatch.bank.store.SnapshotFile}: all that a bank holds or held at one moment, to
 * be carried elsewhere. All numbers are big-endian; u8, u16 and u32 have no sign, i64 has. A text
 * is its length in bytes as u16, then UTF-8; bytes are their number as u16, then they.
 *
 * <pre>
 * file      = header block* trailer end          nothing in between, nothing after
 *
 * header    = 8 bytes  magic                     89 48 4D 53 0D 0A 1A 0A  (as PNG's: a transfer as
 *                                                text changes it)
 *             u32      version                   1
 *             u32      length of the fields      at most 2^20
 *             fields:
 *               u8     sealed                    1 if the blocks are sealed with a key, else 0
 *               i64    created                   milliseconds since 1970, UTC
 *               bytes  file id                   16, random
 *               text   signer                    id of the key that signed; empty: nobody did
 *             u32      CRC32C                    of all of the header before it
 *
 * block     = u32      length of the body        1 to 2^28
 *             body                               rows; or, if sealed: 12 bytes nonce, then the rows
 *                                                by AES-256-GCM, then 16 bytes tag
 *             u32      CRC32C                    of the length and the body
 *
 * rows      = row*                               in the order of their sequence, in all blocks
 * row       = i64      sequence                  the change that made it what it is
 *             text     id
 *             u8       held                      1: an entry follows; 0: what is left of one
 *             u32      length of the content
 *             content                            as the body of a row in a bank file, unsealed
 *
 * trailer   = u32      zero                      where another block would have its length
 *             u32      length of the fields      at most 2^20
 *             fields:
 *               bytes  settings                  as in a bank file: name, algorithms, policy
 *               i64    sequence                  the bank's last change
 *               i64    epoch                     which line of history that belongs to
 *               i64    held                      rows of entries
 *               i64    gone                      other rows
 *               i64    blocks
 *             u32      CRC32C                    of all of the trailer before it
 *
 * end       = 32 bytes SHA-256                   of all before it
 *             u32      length of the signature   64, or 0 if nobody signed
 *             signature                          Ed25519 (RFC 8032), of the 32 bytes before
 * </pre>
 *
 * <p>What is sealed with a block, as additional data, is the ASCII text {@code
 * snapshot/HASH/NUMBER}: HASH the SHA-256 of the header without its checksum, in lower-case
 * hexadecimal, NUMBER the block's, counted from 0. The id of a key is the first 16 bytes of the
 * SHA-256 of its X.509 encoding, in lower-case hexadecimal.
 *
 * <p>Magic and version are so in every version: a program that is too old or too new for a file
 * says so, instead of calling it damaged.
 *
 * <table>
 *   <caption>History</caption>
 *   <tr><th>version</th><th>since</th><th>change</th></tr>
 *   <tr><td>1</td><td>0.1</td><td>the first</td></tr>
 * </table>
 */
@NullMarked
package org.hashmatch.bank.store;

import org.jspecify.annotations.NullMarked;
