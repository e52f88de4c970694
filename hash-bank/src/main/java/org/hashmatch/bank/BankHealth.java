package org.hashmatch.bank;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an open bank knows its store.
 *
 * @param sequence the last change that its searches see
 * @param checkedAt when it last saw the store; what was changed since, elsewhere, it may not know
 * @param problem why it could not see the store when it last tried; empty if it could
 */
public record BankHealth(long sequence, Instant checkedAt, Optional<String> problem) {}
