/**
 * Hashes in segments: the live set and its merges, the indexes made of them, and their files.
 *
 * <p>Entry point: {@link org.hashmatch.index.segment.MultiIndexHashingIndex}, and {@link
 * org.hashmatch.index.segment.SegmentFile} to keep one. The one rule: a segment never changes; what
 * changes is which segments there are, and which of their entries count.
 *
 * <h2>Segment files, version 1</h2>
 *
 * <p>All numbers are little-endian. u32 and u64 have no sign, i64 has. A reader refuses a file in
 * which what follows from something else does not; what is called zero it only sums up.
 *
 * <pre>
 * file     = header section*                  nothing in between, nothing after
 *
 * header   =
 *    at  0   8 bytes  magic                   89 48 53 47 0D 0A 1A 0A  (as PNG's: a transfer as text
 *                                             changes it)
 *    at  8   u32      version                 1
 *    at 12   u32      length of the header    a multiple of 64, at most 1 MiB
 *    at 16   u64      length of the file
 *    at 24   i64      sequence                the writer's own number for this state of its data
 *    at 32   u32      bits of a hash          64, 128, ... 1024
 *    at 36   u32      bit permutation         1
 *    at 40   u32      rows                    distinct hashes
 *    at 44   u32      entries                 ids; rows or more, at most 2^28; 0 if rows is 0
 *    at 48   u32      tables                  0, or one for each 16 bits of a hash
 *    at 52   u32      bytes of a row number   3 or 4; 3 only up to 2^24 rows; 0 without tables
 *    at 56   u32      version of the hash algorithm
 *    at 60   u32      length of its name      1 to 32
 *    at 64   32 bytes name                    ASCII, then zeros
 *    at 96   placing*                         one for each section, in their order
 *            zeros                            up to the last 4 bytes of the header
 *            u32      CRC32C                  of all of the header before it
 *
 * placing  = u64      offset                  from the beginning of the file
 *            u64      length                  without padding
 *            u32      CRC32C                  of the section with its padding
 *            u32      zero
 *
 * sections = hashes ids idOrder rowEnds entriesByRow table*
 *
 * section  = numbers, then zeros up to a multiple of 64 bytes; an absent one has no byte
 *
 * hashes       = u64 * (rows * bits / 64)     row after row, the lowest word first; bit n of a hash
 *                                             is bit p(n) of what was added, p the permutation
 * ids          = i64 * entries                in the order in which they were added; no id twice
 * idOrder      = u32 * entries                entries in the order of their ids; absent if the ids
 *                                             ascend
 * rowEnds      = u32 * rows                   where each row's entries end in entriesByRow; absent,
 *                                             like the next, if entry n is that of row n for all n
 * entriesByRow = u32 * entries                entries in the order of their rows, then their own
 *
 * table        = starts rows sketches         table i is about the 16 bits from bit 16 i on, the
 *                                             value; postings are the rows in the order of their
 *                                             values, then their own
 * starts       = u32 * 65537                  the first posting of each value, then rows
 * rows         = rowNumber * rows, u32 zero   the row of each posting
 * sketches     = u16 * rows, u64 zero         the value of table i + 1 (after the last: table 0) of
 *                                             the row of each posting
 * </pre>
 *
 * <p>Bit permutation 1 begins with p(0) = 0 and, for n = 1, 2, ... up to the last bit, sets p(n) to
 * p(j) and then p(j) to n, where j is mix(3141592653589793238 + n * 0x9E3779B97F4A7C15) modulo n +
 * 1, all without sign and modulo 2^64, and mix the output function of SplitMix64 with the addition
 * of 0x9E3779B97F4A7C15 before it.
 *
 * <p>The first 24 bytes of the header, and its checksum in its last 4, are so in every version: a
 * program that is too old or too new for a file says so, instead of calling it damaged.
 *
 * <table>
 *   <caption>History</caption>
 *   <tr><th>version</th><th>since</th><th>change</th></tr>
 *   <tr><td>1</td><td>0.1</td><td>the first</td></tr>
 * </table>
 */
@NullMarked
package org.hashmatch.index.segment;

import org.jspecify.annotations.NullMarked;
