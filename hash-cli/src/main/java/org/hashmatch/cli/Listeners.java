package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.bank.ScreeningListener;
import org.hashmatch.bank.audit.AuditLog;
import org.hashmatch.bank.audit.AuditOptions;
import org.hashmatch.bank.history.UploadHistory;
import org.jspecify.annotations.Nullable;

/** What is told of every decision, opened together and closed together. */
final class Listeners implements AutoCloseable {

  private static final Duration WRITTEN_EVERY = Duration.ofMillis(200);

  private final List<ScreeningListener> listeners = new ArrayList<>();
  private @Nullable AuditLog audit;
  private @Nullable UploadHistory history;

  static Listeners open(@Nullable Path auditFile, @Nullable BankAddress historyBank)
      throws IOException {
    Listeners opened = new Listeners();
    try {
      if (auditFile != null) {
        AuditLog log = AuditLog.open(auditFile, AuditOptions.DEFAULT.syncEvery(WRITTEN_EVERY));
        opened.audit = log;
        opened.listeners.add(log);
      }
      if (historyBank != null) {
        UploadHistory kept = UploadHistory.inBatches(historyBank.open(), WRITTEN_EVERY);
        opened.history = kept;
        opened.listeners.add(kept);
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  List<ScreeningListener> all() {
    return listeners;
  }

  @Override
  public void close() throws IOException {
    listeners.clear();
    try {
      if (history != null) {
        history.close();
      }
    } finally {
      if (audit != null) {
        audit.close();
      }
    }
  }
}
