package org.hashmatch.eval.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes elements that are HTML and XML at once: closed in order, and nothing but text in text.
 *
 * <p>All text and attribute values are escaped here and nowhere else. What XML cannot hold (control
 * characters, lone surrogates) becomes U+FFFD.
 */
final class HtmlWriter {

  private static final Set<String> OWN_LINE =
      Set.of(
          "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "h1", "h2",
          "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "details", "table", "caption",
          "thead", "tbody", "tr", "figure", "svg", "path", "footer");

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  HtmlWriter() {
    out.append("<!DOCTYPE html>\n");
  }

  /** Opens an element; attributes are names and values in turn. */
  HtmlWriter open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the innermost element, which the caller names. */
  HtmlWriter close(String tag) {
    String innermost = open.pop();
    if (!innermost.equals(tag)) {
      throw new IllegalStateException("</" + tag + "> must not close <" + innermost + ">");
    }
    out.append("</").append(tag).append('>');
    return this;
  }

  /** An element without content. */
  HtmlWriter empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** An element that holds text only. */
  HtmlWriter element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  HtmlWriter text(String text) {
    escape(text);
    return this;
  }

  /** A figure as people read it, with the table's cell beside it. */
  HtmlWriter figure(String cell, String shown) {
    return cell.equals(shown) || cell.isEmpty()
        ? text(shown)
        : element("data", shown, "value", cell);
  }

  /** The style sheet, which HTML takes as it stands. */
  HtmlWriter style(String sheet) {
    if (sheet.indexOf('<') >= 0 || sheet.indexOf('&') >= 0) {
      throw new IllegalArgumentException("a style sheet must not hold < or &");
    }
    open("style");
    out.append('\n').append(sheet);
    return close("style");
  }

  /** The page, all closed. */
  String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("<" + open.peek() + "> is still open");
    }
    return out.append('\n').toString();
  }

  private void start(String tag, String... attributes) {
    if (OWN_LINE.contains(tag)) {
      out.append('\n');
    }
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      escape(character);
      at += Character.charCount(character);
    }
  }

  private void escape(int character) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\t', '\n', '\r' -> out.append("&#").append(character).append(';');
      default -> out.appendCodePoint(isAllowed(character) ? character : 0xFFFD);
    }
  }

  private static boolean isAllowed(int character) {
    boolean control = character < 0x20 || (character >= 0x7F && character <= 0x9F);
    boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
    return !control && !surrogate && (character & 0xFFFE) != 0xFFFE;
  }
}
