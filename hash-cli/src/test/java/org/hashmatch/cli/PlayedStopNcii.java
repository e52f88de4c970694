package org.hashmatch.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plays StopNCII on this machine: a list of records that change, two a page. */
final class PlayedStopNcii implements AutoCloseable {

  static final String FUNCTIONS_KEY = "functions-secret";
  static final String SUBSCRIPTION_KEY = "subscription-secret";

  private static final int PAGE = 2;

  private record Row(long changed, String hash, String caseNumber, String status) {

    String json() {
      return ("{\"lastModtimestamp\":%d,\"signalType\":\"ImagePDQ\",\"hashValue\":\"%s\","
              + "\"hashStatus\":\"%s\",\"caseNumbers\":{\"%s\":\"%s\"}}")
          .formatted(changed, hash, status, caseNumber, status);
    }
  }

  private final HttpServer server;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private long now = 1000;

  PlayedStopNcii() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/FetchHashes", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** What it was asked for, a page each. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** Names a picture by the hash that the program prints. */
  synchronized void report(Path picture, String caseNumber) {
    Cli hashed = Cli.run("hash", picture);
    String hash = hashed.out().substring(0, hashed.out().indexOf(','));
    rows.add(new Row(++now, hash, caseNumber, "Active"));
  }

  synchronized void withdraw(String caseNumber) {
    rows.replaceAll(
        row ->
            row.caseNumber().equals(caseNumber)
                ? new Row(++now, row.hash(), caseNumber, "Withdrawn")
                : row);
  }

  synchronized void forget(String caseNumber) {
    rows.removeIf(row -> row.caseNumber().equals(caseNumber));
  }

  /** None of these may ever be printed. */
  synchronized List<String> secrets() {
    List<String> secrets = new ArrayList<>(List.of(FUNCTIONS_KEY, SUBSCRIPTION_KEY));
    rows.forEach(row -> secrets.add(row.hash()));
    return secrets;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    boolean isKnown =
        FUNCTIONS_KEY.equals(exchange.getRequestHeaders().getFirst("x-functions-key"))
            && SUBSCRIPTION_KEY.equals(
                exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key"));
    byte[] page = page(parameters(exchange)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(isKnown ? 200 : 401, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  private static Map<String, String> parameters(HttpExchange exchange) {
    return Arrays.stream(exchange.getRequestURI().getQuery().split("&", -1))
        .map(each -> each.split("=", 2))
        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
  }

  private String page(Map<String, String> parameters) {
    long since = Long.parseLong(parameters.getOrDefault("startTimestamp", "0"));
    int from = Integer.parseInt(parameters.getOrDefault("nextPageToken", "0"));
    List<Row> changed = rows.stream().filter(row -> row.changed() >= since).toList();
    int to = Math.min(changed.size(), from + PAGE);
    boolean hasMore = to < changed.size();
    return "{\"hasMoreRecords\":%b,\"nextPageToken\":\"%s\",\"nextSetTimestamp\":%d,\"hashRecords\":%s}"
        .formatted(
            hasMore,
            hasMore ? to : "",
            now + 1,
            changed.subList(from, to).stream().map(Row::json).toList());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
