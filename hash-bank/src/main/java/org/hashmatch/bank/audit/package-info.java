/**
 * Decisions on record: an append-only file with a line for each, chained by hashes.
 *
 * <p>Entry point: {@link org.hashmatch.bank.audit.AuditLog}. The one rule: a decision that is not
 * on record is not given, and no line follows a gap.
 *
 * <h2>The file, version 1</h2>
 *
 * <pre>
 * file     = line*                              nothing after the last newline
 * line     = object newline                     newline is the byte 0A, and occurs nowhere else
 * object   = '{' members ',"hash":"' own '"}'   JSON (RFC 8259) in ASCII: other characters are
 *                                               escaped as \\uXXXX; without white space
 * own      = hex(SHA-256('{' members '}'))
 * hex      = 64 digits, lower case
 *
 * members  = in this order:
 *   v          1
 *   n          the line's number: 1, 2, 3, ...
 *   at         when, UTC, to the millisecond: "2026-11-01T12:00:00.000Z"
 *   event      "BEGUN", "TORN" or "DECISION"
 *   ...        what belongs to the event
 *   previous   hex(SHA-256(object of the line before, without its newline)); of the first line:
 *              the same of the last line of the file before, or 64 zeros if there is none
 * </pre>
 *
 * <p>BEGUN is the first line of every file, and has nothing more. TORN has {@code torn}, the number
 * N of the file {@code FILE.torn-N}, to which what a crash left of a line was moved. DECISION has:
 *
 * <pre>
 *   uploadId   the caller's name for it; or hex(HMAC-SHA256(key, UTF-8 of it))
 *   decision   "BLOCK", "REVIEW", "CLEAR" or "UNSCREENABLE"
 *   reason     why it is unscreenable      (of those only, as the next)
 *   detail     the same in words
 *   matches    [match*]                    what decided, the most decisive first
 *   noted      [match*]                    what was only noted
 *   innocents  [{bank, entry, distance}*]  without distance if the bytes are the same
 *   bytes      length of the upload's file
 *   tookMicros how long it took
 *
 * match    = {bank, entry, sources: [text*], labels: [text*],
 *             evidence: "EXACT", algorithm: of the digest,
 *          or evidence: "PERCEPTUAL", algorithm, distance, radius, view, quality,
 *             action, restraint}           restraint only if there is one
 * </pre>
 *
 * <table>
 *   <caption>History</caption>
 *   <tr><th>version</th><th>since</th><th>change</th></tr>
 *   <tr><td>1</td><td>0.1</td><td>the first</td></tr>
 * </table>
 */
@NullMarked
package org.hashmatch.bank.audit;

import org.jspecify.annotations.NullMarked;
