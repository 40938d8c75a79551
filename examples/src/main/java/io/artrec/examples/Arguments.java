package io.artrec.examples;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The words of a command line, one after the other, with values where an option needs one. */
final class Arguments {
  private final Iterator<String> rest;
  private String option = "";

  Arguments(String[] args) {
    rest = Arrays.asList(args).iterator();
  }

  boolean hasNext() {
    return rest.hasNext();
  }

  /** Goes on to the next option. */
  String next() {
    option = rest.next();
    return option;
  }

  /** The value of the option at hand. */
  String value() {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value; --help says which");
    }
    return rest.next();
  }

  Path path() {
    String text = value();
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(option + " is '" + text + "', expected a path", e);
    }
  }

  long number(long low, long high) {
    String text = value();
    try {
      long number = Long.parseLong(text);
      if (number >= low && number <= high) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(outside(text, low, high), e);
    }
    throw new IllegalArgumentException(outside(text, low, high));
  }

  private String outside(String text, long low, long high) {
    return option + " is '" + text + "', expected a whole number from " + low + " to " + high;
  }

  String oneOf(List<String> known) {
    String text = value();
    if (!known.contains(text)) {
      throw new IllegalArgumentException(
          option + " is '" + text + "', expected one of " + String.join(", ", known));
    }
    return text;
  }

  IllegalArgumentException unknown() {
    return new IllegalArgumentException("unknown option '" + option + "'; --help lists them");
  }
}
