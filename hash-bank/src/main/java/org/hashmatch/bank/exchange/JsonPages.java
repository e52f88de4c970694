package org.hashmatch.bank.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * Rows out of JSON pages: objects that have an array of rows under some name, one after the other
 * or in an array. Rows are numbered from 1 through all pages, since most such lists are one line.
 */
final class JsonPages {

  /**
   * How a format's pages look.
   *
   * @param containers the name of the array of rows; if rows may hold rows in their turn, the name
   *     of the inner array behind it
   * @param bare whether rows may also stand without a page around them
   * @param fields the members of rows and pages that are used; the others are passed over
   */
  record Shape(List<String> containers, boolean bare, Set<String> fields) {}

  /** Takes what is read. */
  interface Visitor {

    /**
     * Takes a row.
     *
     * @param number its number, from 1
     * @param row its members
     * @throws IOException to end the reading
     */
    void row(long number, JsonRow row) throws IOException;

    /**
     * Takes what is no row.
     *
     * @param number its number, from 1
     * @param fault why
     */
    void unreadable(long number, RowFault fault);

    /**
     * A page begins its rows.
     *
     * @param level 0, or 1 for an inner array
     * @param page the members that stood before
     * @throws IOException to end the reading
     */
    default void enter(int level, JsonRow page) throws IOException {}

    /**
     * A page is over.
     *
     * @param level as above
     * @param page all of its members
     * @throws IOException to end the reading
     */
    default void leave(int level, JsonRow page) throws IOException {}
  }

  private final JsonParser in;
  private final Shape shape;
  private final Visitor visitor;
  private long rows;

  private JsonPages(JsonParser in, Shape shape, Visitor visitor) {
    this.in = in;
    this.shape = shape;
    this.visitor = visitor;
  }

  static void read(InputStream list, Shape shape, Visitor visitor) throws IOException {
    // The messages of the parser quote what they stumble over, which may be a hash: they stay here.
    try (JsonParser in = Json.parser(list)) {
      new JsonPages(in, shape, visitor).roots();
    } catch (JsonEOFException e) {
      throw new ListException("the list ends before its end" + where(e));
    } catch (StreamConstraintsException e) {
      throw new ListException("the JSON nests too deep or has too long a text" + where(e));
    } catch (JsonProcessingException e) {
      throw new ListException("this is not JSON" + where(e));
    }
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : ", line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private void roots() throws IOException {
    if (in.nextToken() == null) {
      throw new ListException("the list is empty");
    }
    do {
      root();
    } while (in.nextToken() != null);
  }

  private void root() throws IOException {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        element(0);
      }
    } else {
      element(0);
    }
  }

  private void element(int level) throws IOException {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      pageOrRow(level);
    } else if (level == 0 && !shape.bare()) {
      throw noPage();
    } else {
      visitor.unreadable(++rows, RowFault.invalid("", "must be an object"));
      in.skipChildren();
    }
  }

  /** Which of the two it is, is known only when it is over. */
  private void pageOrRow(int level) throws IOException {
    String container = level < shape.containers().size() ? shape.containers().get(level) : "";
    JsonRow members = new JsonRow();
    Json.Room room = new Json.Room(members, Json.MAX_VALUES);
    boolean page = false;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      boolean array = in.nextToken() == JsonToken.START_ARRAY;
      if (array && name.equals(container)) {
        page = true;
        rows(level, members);
      } else {
        room.member(in, name, shape.fields()::contains);
      }
    }
    if (page) {
      visitor.leave(level, members);
    } else {
      row(level, members);
    }
  }

  private void rows(int level, JsonRow page) throws IOException {
    visitor.enter(level, page);
    while (in.nextToken() != JsonToken.END_ARRAY) {
      element(level + 1);
    }
  }

  private void row(int level, JsonRow members) throws IOException {
    if (level == 0 && !shape.bare()) {
      throw noPage();
    }
    rows++;
    try {
      members.check();
    } catch (RowFault fault) {
      visitor.unreadable(rows, fault);
      return;
    }
    visitor.row(rows, members);
  }

  private ListException noPage() {
    return new ListException(
        "this is not a list of the format: expected an object with an array \""
            + shape.containers().get(0)
            + "\"");
  }
}
