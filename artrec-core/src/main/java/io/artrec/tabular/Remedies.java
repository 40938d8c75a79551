package io.artrec.tabular;

import java.util.Locale;

/**
 * What whoever loads can say to mend what a load met, in the words of its messages. Unless told,
 * messages name the loader's methods; a program with options names those (see {@link
 * RowLoader#remedies}).
 */
@FunctionalInterface
public interface Remedies {
  /**
   * {@return how to name the column of a field, for instance {@code --column id=NAME}}
   *
   * @param field the field's name in lower case, such as {@code id}
   */
  String column(String field);

  /**
   * {@return how to name the charset, for instance {@code --charset UTF-16}}
   *
   * @param example a charset's name, such as {@code UTF-16}, or empty
   */
  default String charset(String example) {
    return example.isEmpty()
        ? "charset(...)"
        : "charset(StandardCharsets." + example.replace('-', '_').toUpperCase(Locale.ROOT) + ")";
  }

  /** {@return how to tolerate more bad rows, for instance {@code raise --tolerate}} */
  default String tolerance() {
    return "raise tolerateShare";
  }

  /** {@return what sets the longest field, for instance {@code maxFieldLength}} */
  default String fieldLength() {
    return "maxFieldLength";
  }

  /**
   * {@return how to name the currency of prices that are written without one, for instance {@code
   * --currency EUR}}
   */
  default String currency() {
    return "currency(\"EUR\")";
  }
}
