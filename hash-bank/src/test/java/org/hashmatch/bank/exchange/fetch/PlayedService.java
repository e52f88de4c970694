package org.hashmatch.bank.exchange.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays a service on this machine: its part, and before that whatever is to go wrong. */
final class PlayedService implements AutoCloseable {

  /** What is asked: without the path's host. */
  record Request(String path, Map<String, String> parameters, String body, HttpExchange exchange) {

    String header(String name) {
      return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }
  }

  /** What is answered. */
  record Answer(int status, String type, String body, Map<String, String> headers, Fault fault) {

    static Answer of(int status, String type, String body) {
      return new Answer(status, type, body, Map.of(), Fault.NONE);
    }

    static Answer json(String body) {
      return of(200, "application/json; charset=utf-8", body);
    }

    static Answer xml(String body) {
      return of(200, "application/xml", body);
    }

    Answer with(String header, String value) {
      return new Answer(status, type, body, Map.of(header, value), fault);
    }

    Answer with(Fault newFault) {
      return new Answer(status, type, body, headers, newFault);
    }
  }

  enum Fault {
    NONE,
    /** The connection breaks in the middle. */
    DROPPED,
    /** Half of the page comes as if it were all. */
    CUT,
    /** Half of the page comes, and then nothing for a long time. */
    STUCK
  }

  interface Part {
    Answer answer(Request request);
  }

  /** Goes wrong before the part is played, or spoils its answer. */
  interface Trouble {
    Answer spoil(Answer answer);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Part part;
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  final List<Long> times = Collections.synchronizedList(new ArrayList<>());

  PlayedService(Part part) throws IOException {
    this.part = part;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next request fares like this, or the one after those that were named before. */
  synchronized PlayedService next(Trouble trouble) {
    troubles.add(trouble);
    return this;
  }

  PlayedService fine(int requests) {
    for (int i = 0; i < requests; i++) {
      next(answer -> answer);
    }
    return this;
  }

  private synchronized Answer spoiled(Answer answer) {
    Trouble trouble = troubles.poll();
    return trouble == null ? answer : trouble.spoil(answer);
  }

  private void handle(HttpExchange exchange) throws IOException {
    times.add(System.nanoTime());
    asked.add(exchange.getRequestURI().toString());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Request request =
        new Request(
            exchange.getRequestURI().getRawPath(),
            parameters(exchange.getRequestURI().getRawQuery()),
            body,
            exchange);
    send(exchange, spoiled(part.answer(request)));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    int half = bytes.length / 2;
    exchange.sendResponseHeaders(
        answer.status(),
        answer.fault() == Fault.CUT ? half : bytes.length == 0 ? -1 : bytes.length);
    OutputStream out = exchange.getResponseBody();
    out.write(bytes, 0, answer.fault() == Fault.NONE ? bytes.length : half);
    out.flush();
    if (answer.fault() == Fault.STUCK) {
      try {
        Thread.sleep(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.close();
  }

  static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    if (query != null) {
      for (String each : query.split("&", -1)) {
        int equals = each.indexOf('=');
        parameters.put(
            each.substring(0, equals),
            URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
