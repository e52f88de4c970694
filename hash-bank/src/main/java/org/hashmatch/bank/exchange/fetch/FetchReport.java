package org.hashmatch.bank.exchange.fetch;

import java.util.Optional;
import org.hashmatch.bank.exchange.ImportReport;

/**
 * What became of a fetch.
 *
 * @param pages how many pages were read
 * @param total what became of their rows, all together; its status is that of the last page. An id
 *     that comes on two pages is counted on both
 * @param isFinished whether the list was read to its end, and nothing of it refused
 * @param position how far the list is read now; empty if that was never sure yet
 */
public record FetchReport(
    int pages, ImportReport total, boolean isFinished, Optional<String> position) {}
