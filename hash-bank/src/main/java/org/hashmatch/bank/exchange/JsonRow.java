package org.hashmatch.bank.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, by the types that a format expects of them. A member that is null
 * is as good as missing.
 */
final class JsonRow {

  /** A number as it stands there: what it is worth is asked only where it is used. */
  record Digits(String text) {}

  /** In an array, a null is of no type: an array with one is no array of texts. */
  static final Object NULL = new Object();

  private static final int MAX_DIGITS = 18;

  private final Map<String, Object> members;
  private @Nullable RowFault fault;

  JsonRow() {
    this.members = new LinkedHashMap<>();
  }

  /** Puts a member; a second one of its name spoils the row, since either may be meant. */
  void put(String name, Object value) {
    if (members.put(name, value) != null) {
      spoil(RowFault.invalid("", "has a member twice"));
    }
  }

  /** The first thing that is wrong is kept. */
  void spoil(RowFault newFault) {
    if (fault == null) {
      fault = newFault;
    }
  }

  void check() throws RowFault {
    if (fault != null) {
      throw fault;
    }
  }

  boolean has(String field) {
    return members.containsKey(field);
  }

  Collection<String> fields() {
    return members.keySet();
  }

  /** A text; empty if missing. */
  String text(String field) throws RowFault {
    return text(field, field);
  }

  /** A text whose name is itself the list's, so that a message names the object that it is in. */
  String text(String member, String field) throws RowFault {
    Object value = members.get(member);
    if (value != null && !(value instanceof String)) {
      throw RowFault.invalid(field, "must be a text");
    }
    return value == null ? "" : (String) value;
  }

  /** A text that must be there. */
  String required(String field) throws RowFault {
    String text = text(field);
    if (text.isEmpty()) {
      throw RowFault.invalid(field, "is missing");
    }
    return text;
  }

  /** A name that may be written as a text or as a whole number; empty if missing. */
  String name(String field) throws RowFault {
    Object value = members.get(field);
    if (value instanceof Digits) {
      return Long.toString(whole(field, 0));
    }
    return text(field);
  }

  /** A whole number of at most 18 digits. */
  long whole(String field, long missing) throws RowFault {
    Object value = members.get(field);
    if (value == null) {
      return missing;
    }
    if (!(value instanceof Digits digits) || !isWhole(digits.text())) {
      throw RowFault.invalid(field, "must be a whole number of at most " + MAX_DIGITS + " digits");
    }
    return new BigDecimal(digits.text()).longValueExact();
  }

  private static boolean isWhole(String text) {
    int sign = text.startsWith("-") ? 1 : 0;
    return text.length() - sign <= MAX_DIGITS
        && text.chars().skip(sign).allMatch(c -> c >= '0' && c <= '9');
  }

  /** True or false; false if missing. */
  boolean flag(String field) throws RowFault {
    Object value = members.get(field);
    if (value != null && !(value instanceof Boolean)) {
      throw RowFault.invalid(field, "must be true or false");
    }
    return value != null && (Boolean) value;
  }

  /** An object; without members if missing. */
  JsonRow object(String field) throws RowFault {
    Object value = members.get(field);
    if (value != null && !(value instanceof JsonRow)) {
      throw RowFault.invalid(field, "must be an object");
    }
    return value == null ? new JsonRow() : (JsonRow) value;
  }

  boolean isObject(String field) {
    return members.get(field) instanceof JsonRow;
  }

  boolean isArray(String field) {
    return members.get(field) instanceof List<?>;
  }

  /** An array of objects; empty if missing. */
  List<JsonRow> objects(String field) throws RowFault {
    return array(field, JsonRow.class, "objects");
  }

  /** An array of texts; empty if missing. */
  List<String> texts(String field) throws RowFault {
    return array(field, String.class, "texts");
  }

  private <T> List<T> array(String field, Class<T> type, String what) throws RowFault {
    Object value = members.get(field);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list) || !list.stream().allMatch(type::isInstance)) {
      throw RowFault.invalid(field, "must be an array of " + what);
    }
    List<T> typed = new ArrayList<>(list.size());
    list.forEach(each -> typed.add(type.cast(each)));
    return typed;
  }
}
