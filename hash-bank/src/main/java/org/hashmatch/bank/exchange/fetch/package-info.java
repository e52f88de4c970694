/**
 * Hash lists as services hand them out over HTTPS, page by page: NCMEC, StopNCII and Tech Against
 * Terrorism.
 *
 * <pre>{@code
 * ListImport list = ListImport.builder("ncmec").build();
 * ListFetch fetch =
 *     ListFetch.builder(NcmecFeed.of(NcmecFeed.NGO), reader, list)
 *         .credentials(Credentials.ncmec(System.getenv()))
 *         .build();
 * FetchReport report = fetch.into(bank);
 * }</pre>
 *
 * <p>Entry point: {@link org.hashmatch.bank.exchange.fetch.ListFetch}. The one rule: how far a list
 * was read is noted in the bank together with what was read, so that whatever happens nothing is
 * passed over. Nothing but this room speaks HTTP, and to nobody but the service it was given.
 */
@NullMarked
package org.hashmatch.bank.exchange.fetch;

import org.jspecify.annotations.NullMarked;
