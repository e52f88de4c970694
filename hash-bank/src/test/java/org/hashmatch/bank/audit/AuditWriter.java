package org.hashmatch.bank.audit;

import java.io.IOException;
import java.nio.file.Path;

/** A process that writes lines until it is killed or fails, and says which were acknowledged. */
final class AuditWriter {

  private AuditWriter() {}

  public static void main(String... arguments) throws IOException {
    AuditLog log = AuditLog.open(Path.of(arguments[0]), AuditOptions.DEFAULT);
    for (int i = 0; true; i++) {
      try {
        log.screened(Screenings.blocked("upload-" + i));
        System.out.println("acknowledged");
      } catch (IOException e) {
        fail(log, e);
        return;
      }
    }
  }

  private static void fail(AuditLog log, IOException first) {
    System.out.println("failed: " + first.getMessage());
    try {
      log.screened(Screenings.clear("short"));
      System.out.println("written after a gap");
    } catch (IOException e) {
      System.out.println("refused: " + e.getMessage());
    }
  }
}
