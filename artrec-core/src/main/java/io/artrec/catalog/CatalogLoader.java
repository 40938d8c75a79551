package io.artrec.catalog;

import io.artrec.tabular.ColumnUse;
import io.artrec.tabular.LoadReport;
import io.artrec.tabular.ProblemLog;
import io.artrec.tabular.Remedies;
import io.artrec.tabular.Row;
import io.artrec.tabular.RowHandler;
import io.artrec.tabular.RowLoader;
import io.artrec.tabular.RowSource;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads a catalogue from CSV, JSON Lines or objects of any kind. A source needs no more than an id
 * and a title; other fields are found by name (see {@link ArtworkField}) or where a {@link
 * ColumnMapping} says, and columns that no field claims become free attributes.
 *
 * <p>Rows without id or title, with an id that stood before, or that cannot be read are skipped;
 * values that cannot be read are left out; both are reported. See {@link RowLoader} for when a load
 * fails as a whole. Nothing but {@link io.artrec.tabular.LoadException} comes out of bad input.
 */
public final class CatalogLoader extends RowLoader<CatalogLoader> {
  private final Map<ArtworkField, List<String>> columns = new EnumMap<>(ArtworkField.class);
  private @Nullable ColumnMapping mapping;
  private Optional<Currency> currency = Optional.empty();

  private CatalogLoader(RowSource source) {
    super(source);
  }

  /**
   * {@return a loader of a CSV file}
   *
   * @param file the file
   */
  public static CatalogLoader csv(Path file) {
    return new CatalogLoader(RowSource.csv(file));
  }

  /**
   * {@return a loader of CSV bytes}
   *
   * @param bytes the stream, read to its end and not closed
   */
  public static CatalogLoader csv(InputStream bytes) {
    return new CatalogLoader(RowSource.csv(bytes));
  }

  /**
   * {@return a loader of CSV text}
   *
   * @param text the reader, read to its end and not closed
   */
  public static CatalogLoader csv(Reader text) {
    return new CatalogLoader(RowSource.csv(text));
  }

  /**
   * {@return a loader of a file with one JSON object a line}
   *
   * @param file the file
   */
  public static CatalogLoader jsonLines(Path file) {
    return new CatalogLoader(RowSource.jsonLines(file));
  }

  /**
   * {@return a loader of JSON Lines as bytes}
   *
   * @param bytes the stream, read to its end and not closed
   */
  public static CatalogLoader jsonLines(InputStream bytes) {
    return new CatalogLoader(RowSource.jsonLines(bytes));
  }

  /**
   * {@return a loader of JSON Lines as text}
   *
   * @param text the reader, read to its end and not closed
   */
  public static CatalogLoader jsonLines(Reader text) {
    return new CatalogLoader(RowSource.jsonLines(text));
  }

  /**
   * {@return a loader of any objects}
   *
   * @param objects the objects, consumed once
   * @param columns gives an object's values by column: texts, numbers, booleans, collections of
   *     those, or null
   * @param <T> the objects' type
   */
  public static <T> CatalogLoader from(
      Stream<T> objects, Function<? super T, ? extends Map<String, ?>> columns) {
    Objects.requireNonNull(columns, "columns");
    return new CatalogLoader(RowSource.objects(objects.map(columns)));
  }

  /**
   * {@return a loader of maps from column to value}
   *
   * @param rows the maps, consumed once
   */
  public static CatalogLoader from(Stream<? extends Map<String, ?>> rows) {
    return new CatalogLoader(RowSource.objects(rows));
  }

  /**
   * {@return a loader of maps from column to value}
   *
   * @param name what messages and the report call the source
   * @param rows the maps, consumed once
   */
  public static CatalogLoader from(String name, Stream<? extends Map<String, ?>> rows) {
    return new CatalogLoader(RowSource.objects(name, rows));
  }

  /**
   * Says which column holds which field. Unless said, the source is asked whether its columns are
   * those of {@linkplain MuseumLayouts#recognized a museum's files}; if not, fields are found by
   * name.
   *
   * @param layout the mapping, for instance one of {@link MuseumLayouts}
   * @return this loader
   */
  public CatalogLoader mapping(ColumnMapping layout) {
    mapping = Objects.requireNonNull(layout, "layout");
    return this;
  }

  /**
   * Says which column holds one field, whatever the mapping or the recognised layout says of it. A
   * CSV file must have it.
   *
   * @param field the field
   * @param names the column's names, the most wanted first; none takes the field out
   * @return this loader
   */
  public CatalogLoader column(ArtworkField field, String... names) {
    ColumnMapping.byName().column(field, names);
    columns.put(field, List.of(names));
    return this;
  }

  /**
   * Says the currency of prices that are written without one; such prices are left out unless said.
   *
   * @param code the ISO 4217 code, such as {@code EUR}
   * @return this loader
   */
  public CatalogLoader currency(String code) {
    try {
      currency = Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "currency is '%s', expected an ISO 4217 code in capitals, such as EUR",
              code),
          e);
    }
    return this;
  }

  /**
   * Loads the catalogue. Memory: the artworks and one row.
   *
   * @return the catalogue, in the order of the rows, and the report
   * @throws io.artrec.tabular.LoadException when the source cannot be read, has no column for id or
   *     title, or has too many bad rows
   */
  public LoadedCatalog load() {
    Collector collector = new Collector(this);
    LoadReport report = read("artworks", collector);
    return new LoadedCatalog(Catalog.of(collector.artworks), report);
  }

  @Override
  protected Remedies ownRemedies() {
    return field ->
        String.format(
            Locale.ROOT,
            "mapping(ColumnMapping.byName().column(ArtworkField.%s, \"...\"))",
            field.toUpperCase(Locale.ROOT));
  }

  @Override
  protected CatalogLoader self() {
    return this;
  }

  private ArtworkRows rows(ColumnMapping layout) {
    ColumnMapping changed = layout;
    for (Map.Entry<ArtworkField, List<String>> column : columns.entrySet()) {
      changed = changed.column(column.getKey(), column.getValue().toArray(String[]::new));
    }
    Set<ArtworkField> named = EnumSet.noneOf(ArtworkField.class);
    columns.forEach(
        (field, names) -> {
          if (!names.isEmpty()) {
            named.add(field);
          }
        });
    return new ArtworkRows(changed, named, currency, remedies());
  }

  private static final class Collector implements RowHandler {
    private final CatalogLoader loader;
    private final Set<String> ids = new HashSet<>();
    private final List<Artwork> artworks = new ArrayList<>();
    private Optional<MuseumLayout> layout = Optional.empty();
    private ArtworkRows rows;

    Collector(CatalogLoader loader) {
      this.loader = loader;
      rows = loader.rows(loader.mapping == null ? ColumnMapping.byName() : loader.mapping);
    }

    @Override
    public String check(List<String> names) {
      sample(names);
      return rows.check(names);
    }

    @Override
    public void sample(List<String> names) {
      if (loader.mapping == null) {
        layout = MuseumLayouts.recognized(names);
        layout.ifPresent(known -> rows = loader.rows(known.mapping()));
      }
    }

    @Override
    public ColumnUse columnUse() {
      ColumnUse use = rows.use();
      return layout.map(known -> use.layout(known.toString())).orElse(use);
    }

    @Override
    public boolean row(Row row, ProblemLog log) {
      if (!rows.begin(row, log)) {
        return false;
      }
      if (!ids.add(rows.id())) {
        return log.skip(
            row, rows.idColumn(), "expected an id that no earlier row has; the first row stays");
      }
      artworks.add(rows.read(log));
      return true;
    }
  }
}
