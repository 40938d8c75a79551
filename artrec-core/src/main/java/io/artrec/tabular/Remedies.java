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
   * Returns how to name the column of a field.
   *
   * @param field the field's name in lower case, such as {@code id}
   * @return for instance {@code --column id=NAME}
   */
  String column(String field);

  /**
   * Returns how to name the charset.
   *
   * @param example a charset's name, such as {@code UTF-16}, or empty
   * @return for instance {@code --charset UTF-16}
   */
  default String charset(String example) {
    return example.isEmpty()
        ? "charset(...)"
        : "charset(StandardCharsets." + example.replace('-', '_').toUpperCase(Locale.ROOT) + ")";
  }

  /**
   * Returns how to tolerate more bad rows.
   *
   * @return for instance {@code raise --tolerate}
   */
  default String tolerance() {
    return "raise tolerateShare";
  }

  /**
   * Returns what sets the longest field.
   *
   * @return for instance {@code maxFieldLength}
   */
  default String fieldLength() {
    return "maxFieldLength";
  }

  /**
   * Returns how to name the currency of prices that are written without one.
   *
   * @return for instance {@code --currency EUR}
   */
  default String currency() {
    return "currency(\"EUR\")";
  }
}
