/**
 * Numbers about decisions and banks, for those who watch the service. Needs the artifact {@code
 * io.micrometer:micrometer-core}, which nothing else does.
 *
 * <p>Entry point: {@link org.hashmatch.bank.metrics.MicrometerListener}. The one rule: no tag has a
 * value that an upload chooses.
 *
 * <pre>
 * hashmatch.decisions             counter  decision, bank, reason   uploads decided on
 * hashmatch.screening             timer    decision                 how long each took
 * hashmatch.bank.entries          gauge    bank                     entries of an open bank
 * hashmatch.bank.sequence         gauge    bank                     the last change it knows
 * hashmatch.bank.staleness        gauge    bank                     seconds since it saw its store
 * hashmatch.bank.problem          gauge    bank                     1 if it cannot see it, else 0
 * </pre>
 *
 * <p>{@code decision} is block, review, clear or unscreenable; {@code bank} the one that decided,
 * or none; {@code reason} the reason of what is unscreenable in lower case, or none.
 */
@NullMarked
package org.hashmatch.bank.metrics;

import org.jspecify.annotations.NullMarked;
