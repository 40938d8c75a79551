package io.artrec.examples;

import io.artrec.behavior.InteractionField;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.catalog.ArtworkField;
import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.ColumnMapping;
import io.artrec.catalog.MuseumLayout;
import io.artrec.catalog.MuseumLayouts;
import io.artrec.examples.options.Range;
import io.artrec.tabular.Remedies;
import io.artrec.tabular.RowLoader;
import io.artrec.tabular.internal.ColumnNames;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** How files are read, as said on the command line; messages name the options. */
final class LoadOptions implements Remedies {
  private static final String BY_NAME = "names";

  @Option(
      names = "--layout",
      paramLabel = "NAME",
      converter = LayoutNames.class,
      description =
          "whose files --catalog is like, where its columns do not tell: aic, carnegie, cleveland,"
              + " cooper-hewitt, harvard, met, mia, moma, nga or tate; names finds columns by their"
              + " names only")
  private Optional<ColumnMapping> mapping = Optional.empty();

  @Option(
      names = "--column",
      paramLabel = "FIELD=NAME",
      converter = ColumnWords.class,
      description = "the column that holds a field, as in id=sku or user=who; may be repeated")
  private List<Column> columns = new ArrayList<>();

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      converter = CharsetNames.class,
      description = "how the files' bytes are read, UTF-8 if left out")
  private Optional<Charset> charset = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      converter = CurrencyCodes.class,
      description = "the currency of prices without one, as in EUR")
  private Optional<Currency> currency = Optional.empty();

  @Range(from = 0, to = 100)
  @Option(
      names = "--tolerate",
      paramLabel = "PERCENT",
      description = "how many bad rows are tolerated, 5 if left out")
  private Optional<Double> tolerated = Optional.empty();

  /** A field of works or of events, and the column that holds it; blank for none. */
  private record Column(Enum<?> field, String name) {}

  CatalogLoader catalog(Path file) {
    CatalogLoader loader =
        configured(isJson(file) ? CatalogLoader.jsonLines(file) : CatalogLoader.csv(file));
    mapping.ifPresent(loader::mapping);
    currency.ifPresent(money -> loader.currency(money.getCurrencyCode()));
    named(ArtworkField.class).forEach((field, names) -> loader.column(field, names));
    return loader;
  }

  InteractionsLoader interactions(Path file) {
    InteractionsLoader loader =
        configured(
            isJson(file) ? InteractionsLoader.jsonLines(file) : InteractionsLoader.csv(file));
    named(InteractionField.class).forEach((field, names) -> loader.column(field, names));
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

  /** The columns of each field that some are given for. */
  private <E extends Enum<E>> Map<E, String[]> named(Class<E> fields) {
    Map<E, String[]> named = new EnumMap<>(fields);
    for (Column column : columns) {
      if (fields.isInstance(column.field())) {
        named.put(
            fields.cast(column.field()),
            columns.stream()
                .filter(other -> other.field() == column.field() && !other.name().isEmpty())
                .map(Column::name)
                .toArray(String[]::new));
      }
    }
    return named;
  }

  /** Finds layouts by name. */
  static final class LayoutNames implements ITypeConverter<ColumnMapping> {
    @Override
    public ColumnMapping convert(String name) {
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
                          + MuseumLayouts.all().stream()
                              .map(MuseumLayout::name)
                              .collect(Collectors.joining(", "))
                          + ", "
                          + BY_NAME));
    }
  }

  /** Reads FIELD=NAME. */
  static final class ColumnWords implements ITypeConverter<Column> {
    private static final List<Enum<?>> FIELDS =
        Stream.<Enum<?>>concat(
                Arrays.stream(ArtworkField.values()), Arrays.stream(InteractionField.values()))
            .toList();

    @Override
    public Column convert(String fieldAndName) {
      int equals = fieldAndName.indexOf('=');
      String field = ColumnNames.normalized(fieldAndName.substring(0, Math.max(0, equals)));
      String name = fieldAndName.substring(equals + 1).strip();
      return FIELDS.stream()
          .filter(known -> ColumnNames.normalized(known.name()).equals(field))
          .findFirst()
          .map(known -> new Column(known, name))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "--column is '"
                          + fieldAndName
                          + "', expected FIELD=NAME with one of the fields "
                          + FIELDS.stream()
                              .map(known -> known.name().toLowerCase(Locale.ROOT))
                              .collect(Collectors.joining(", "))));
    }
  }

  /** Finds charsets by name. */
  static final class CharsetNames implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        throw new IllegalArgumentException(
            "--charset is '"
                + name
                + "', expected the name of a charset, such as UTF-16 or GB18030",
            e);
      }
    }
  }

  /** Finds currencies by code. */
  static final class CurrencyCodes implements ITypeConverter<Currency> {
    @Override
    public Currency convert(String code) {
      try {
        return Currency.getInstance(code.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "--currency is '" + code + "', expected an ISO 4217 code, such as EUR", e);
      }
    }
  }
}
