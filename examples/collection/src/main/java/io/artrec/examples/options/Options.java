package io.artrec.examples.options;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads command lines into objects whose fields have picocli's annotations. Of an option that is
 * given again, the last counts, unless it is a list; those before it only have to be of its type.
 * Words are taken as they are: nothing is expanded, and no short options are put together.
 */
public final class Options {
  private static final int WIDTH = 80;
  private static final int LONGEST_OPTION = 24;
  private static final int MOST_SUGGESTED = 3;

  private Options() {}

  /**
   * Reads a command line.
   *
   * @param <T> the type of the options
   * @param options a new object, whose fields have picocli's annotations
   * @param args the words
   * @return the object, its fields set
   * @throws IllegalArgumentException when a word is no option or a value cannot be taken; the
   *     message says which, what was expected, and what to do
   */
  public static <T> T read(T options, String... args) {
    CommandLine line = line(options);
    try {
      CommandLine.ParseResult read = line.parseArgs(args);
      read.matchedArgs().forEach(Options::check);
      return options;
    } catch (UnmatchedArgumentException e) {
      throw new IllegalArgumentException(unknown(e), e);
    } catch (MissingParameterException e) {
      throw new IllegalArgumentException(
          named(e.getMissing().get(0)) + " needs a value; --help says which", e);
    } catch (ParameterException e) {
      throw new IllegalArgumentException(told(e), e);
    }
  }

  /**
   * Says what a program does and which options it has.
   *
   * @param options an object of the options' type; its fields tell what counts where an option is
   *     left out
   * @return the text, lines of at most 80 characters
   */
  public static String help(Object options) {
    return line(options).setSeparator(" ").getUsageMessage(Ansi.OFF);
  }

  private static CommandLine line(Object options) {
    CommandLine line =
        new CommandLine(options)
            .registerConverter(Locale.class, Locale::forLanguageTag)
            .setExpandAtFiles(false)
            .setPosixClusteredShortOptionsAllowed(false)
            .setOverwrittenOptionsAllowed(true)
            .setUsageHelpWidth(WIDTH)
            .setUsageHelpLongOptionsMaxWidth(LONGEST_OPTION);
    line.getCommandSpec().usageMessage().sortOptions(false);
    return line.setHelpSectionKeys(
        List.of(
            UsageMessageSpec.SECTION_KEY_HEADER,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER));
  }

  private static String unknown(UnmatchedArgumentException e) {
    String word = e.getUnmatched().get(0);
    List<String> like =
        e.getSuggestions().stream()
            .filter(name -> name.startsWith("--"))
            .limit(MOST_SUGGESTED)
            .toList();
    return "unknown option '"
        + word
        + "'; "
        + (like.isEmpty() ? "" : "did you mean " + String.join(" or ", like) + "? ")
        + "--help lists them";
  }

  private static String told(ParameterException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException own
          && String.valueOf(own.getMessage()).startsWith("--")) {
        return String.valueOf(own.getMessage());
      }
    }
    ArgSpec option = e.getArgSpec();
    return option == null || e.getValue() == null
        ? String.valueOf(e.getMessage())
        : refused(option, e.getValue());
  }

  private static void check(ArgSpec option) {
    Optional<Range> range = annotation(option, Range.class);
    Optional<OneOf> words = annotation(option, OneOf.class);
    for (String value : whatCounts(option)) {
      if (range.isPresent() && !isWithin(range.get(), option, value)) {
        throw new IllegalArgumentException(refused(option, value));
      }
      if (words.isPresent() && !List.of(words.get().value()).contains(value)) {
        throw new IllegalArgumentException(refused(option, value));
      }
    }
  }

  /** All values of a list, and otherwise the last. */
  private static List<String> whatCounts(ArgSpec option) {
    List<String> all = option.stringValues();
    return option.isMultiValue() ? all : all.subList(Math.max(0, all.size() - 1), all.size());
  }

  private static boolean isWithin(Range range, ArgSpec option, String value) {
    if (isWhole(option)) {
      long number = Long.parseLong(value);
      return number >= range.from() && number <= range.to();
    }
    double number = Double.parseDouble(value);
    return number >= range.from() && number <= range.to();
  }

  private static boolean isWhole(ArgSpec option) {
    return List.of(int.class, long.class, Integer.class, Long.class)
        .contains(option.auxiliaryTypes()[0]);
  }

  private static String refused(ArgSpec option, String value) {
    return named(option) + " is '" + value + "', expected " + expected(option);
  }

  private static String expected(ArgSpec option) {
    Optional<OneOf> words = annotation(option, OneOf.class);
    if (words.isPresent()) {
      List<String> all = List.of(words.get().value());
      int last = all.size() - 1;
      return String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }
    Class<?> type = option.auxiliaryTypes()[0];
    String number = isWhole(option) ? "a whole number" : "a number";
    Optional<Range> range = annotation(option, Range.class);
    if (range.isPresent()) {
      return number
          + " from "
          + range.get().from()
          + (range.get().to() == Long.MAX_VALUE ? " on" : " to " + range.get().to());
    }
    if (isWhole(option) || type == double.class || type == Double.class) {
      return number;
    }
    return type == Path.class ? "a path" : "what --help says";
  }

  private static <A extends Annotation> Optional<A> annotation(ArgSpec option, Class<A> kind) {
    return option.userObject() instanceof AnnotatedElement element
        ? Optional.ofNullable(element.getAnnotation(kind))
        : Optional.empty();
  }

  private static String named(ArgSpec option) {
    return option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
  }
}
