package io.artrec.examples;

import io.artrec.behavior.InteractionField;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.catalog.ArtworkField;
import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.ColumnMapping;
import io.artrec.catalog.MuseumLayout;
import io.artrec.catalog.MuseumLayouts;
import io.artrec.tabular.ColumnNames;
import io.artrec.tabular.Remedies;
import io.artrec.tabular.RowLoader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How files are read, as said on the command line; messages name the options. */
final class LoadOptions implements Remedies {
  static final String USAGE =
      """
        --layout NAME        whose files --catalog is like, where its columns do not
                             tell: %s;
                             names finds columns by their names only
        --column FIELD=NAME  the column that holds a field, as in id=sku or user=who;
                             may be repeated
        --charset NAME       how the files' bytes are read, UTF-8 if left out
        --currency CODE      the currency of prices without one, as in EUR
        --tolerate PERCENT   how many bad rows are tolerated, 5 if left out
      """
          .formatted(names(",\n                             ", 4));

  private static final String BY_NAME = "names";

  private final Map<ArtworkField, List<String>> artworkColumns = new EnumMap<>(ArtworkField.class);
  private final Map<InteractionField, List<String>> eventColumns =
      new EnumMap<>(InteractionField.class);
  private Optional<ColumnMapping> mapping = Optional.empty();
  private Optional<Charset> charset = Optional.empty();
  private Optional<String> currency = Optional.empty();
  private OptionalDouble tolerated = OptionalDouble.empty();

  /** Takes an option with its value; false when it is none of these. */
  boolean take(String option, Iterator<String> rest) {
    switch (option) {
      case "--layout" -> mapping = Optional.of(layout(value(option, rest)));
      case "--column" -> takeColumn(value(option, rest));
      case "--charset" -> charset = Optional.of(charsetNamed(value(option, rest)));
      case "--currency" -> currency = Optional.of(currencyNamed(value(option, rest)));
      case "--tolerate" -> tolerated = OptionalDouble.of(percent(value(option, rest)));
      default -> {
        return false;
      }
    }
    return true;
  }

  CatalogLoader catalog(Path file) {
    CatalogLoader loader =
        configured(isJson(file) ? CatalogLoader.jsonLines(file) : CatalogLoader.csv(file));
    mapping.ifPresent(loader::mapping);
    currency.ifPresent(loader::currency);
    artworkColumns.forEach((field, names) -> loader.column(field, names.toArray(String[]::new)));
    return loader;
  }

  InteractionsLoader interactions(Path file) {
    InteractionsLoader loader =
        configured(
            isJson(file) ? InteractionsLoader.jsonLines(file) : InteractionsLoader.csv(file));
    eventColumns.forEach((field, names) -> loader.column(field, names.toArray(String[]::new)));
    return loader;
  }

  static boolean isJson(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
  }

  private <L extends RowLoader<L>> L configured(L loader) {
    charset.ifPresent(loader::charset);
    tolerated.ifPresent(percent -> loader.tolerateShare(percent / 100));
    return loader.remedies(this);
  }

  @Override
  public String column(String field) {
    return "--column " + field + "=NAME";
  }

  @Override
  public String charset(String example) {
    return "--charset " + (example.isEmpty() ? "NAME" : example);
  }

  @Override
  public String tolerance() {
    return "raise --tolerate";
  }

  @Override
  public String fieldLength() {
    return "the limit of this program";
  }

  @Override
  public String currency() {
    return "--currency EUR";
  }

  private static ColumnMapping layout(String name) {
    if (name.equals(BY_NAME)) {
      return ColumnMapping.byName();
    }
    return MuseumLayouts.named(name)
        .map(MuseumLayout::mapping)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--layout is '"
                        + name
                        + "', expected one of "
                        + names(", ", Integer.MAX_VALUE)
                        + ", "
                        + BY_NAME));
  }

  /** The layouts' names, some to a line. */
  private static String names(String lineEnd, int aLine) {
    List<String> names = MuseumLayouts.all().stream().map(MuseumLayout::name).toList();
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < names.size(); from += Math.min(aLine, names.size())) {
      lines.add(
          String.join(
              ", ",
              names.subList(from, Math.min(names.size(), from + Math.min(aLine, names.size())))));
    }
    return String.join(lineEnd, lines);
  }

  private void takeColumn(String fieldAndName) {
    int equals = fieldAndName.indexOf('=');
    if (equals < 1) {
      throw unknown(fieldAndName);
    }
    String field = ColumnNames.normalized(fieldAndName.substring(0, equals));
    String name = fieldAndName.substring(equals + 1).strip();
    List<String> more = name.isEmpty() ? List.of() : List.of(name);
    Optional<ArtworkField> ofWorks = named(ArtworkField.values(), field);
    Optional<InteractionField> ofEvents = named(InteractionField.values(), field);
    if (ofWorks.isPresent()) {
      artworkColumns.computeIfAbsent(ofWorks.get(), key -> new ArrayList<>()).addAll(more);
    } else if (ofEvents.isPresent()) {
      eventColumns.computeIfAbsent(ofEvents.get(), key -> new ArrayList<>()).addAll(more);
    } else {
      throw unknown(fieldAndName);
    }
  }

  private static <E extends Enum<E>> Optional<E> named(E[] fields, String name) {
    return Arrays.stream(fields)
        .filter(known -> ColumnNames.normalized(known.name()).equals(name))
        .findFirst();
  }

  private static IllegalArgumentException unknown(String fieldAndName) {
    return new IllegalArgumentException(
        "--column is '"
            + fieldAndName
            + "', expected FIELD=NAME with one of the fields "
            + Stream.concat(
                    Arrays.stream(ArtworkField.values()), Arrays.stream(InteractionField.values()))
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }

  private static Charset charsetNamed(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "--charset is '" + name + "', expected the name of a charset, such as UTF-16 or GB18030",
          e);
    }
  }

  private static String currencyNamed(String code) {
    try {
      return Currency.getInstance(code.toUpperCase(Locale.ROOT)).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--currency is '" + code + "', expected an ISO 4217 code, such as EUR", e);
    }
  }

  private static double percent(String text) {
    try {
      double percent = Double.parseDouble(text);
      if (percent >= 0 && percent <= 100) {
        return percent;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--tolerate is '" + text + "', expected a number from 0 to 100", e);
    }
    throw new IllegalArgumentException(
        "--tolerate is " + text + ", expected a number from 0 to 100");
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value; --help says which");
    }
    return rest.next();
  }
}
