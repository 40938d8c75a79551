package io.artrec.catalog;

import io.artrec.tabular.internal.ColumnNames;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which column of a catalogue source holds which field. Immutable and thread-safe; the setters
 * return changed copies.
 *
 * <p>Names are compared without regard to case, spaces and punctuation. Where several names are
 * given for a field, the first that has a value in the row is read. Columns that no field claims
 * become free attributes.
 */
public final class ColumnMapping {
  private static final Pattern LABEL = Pattern.compile("^\\p{L}[\\p{L} /-]{0,40}:\\s+(?=\\S)");

  private final Map<ArtworkField, List<String>> names;
  private final Map<ArtworkField, String> separators;
  private final Set<ArtworkField> labeled;
  private final Set<String> ignored;
  private final SizeUnit sizeUnit;

  private ColumnMapping(
      Map<ArtworkField, List<String>> names,
      Map<ArtworkField, String> separators,
      Set<ArtworkField> labeled,
      Set<String> ignored,
      SizeUnit sizeUnit) {
    this.names = names;
    this.separators = separators;
    this.labeled = labeled;
    this.ignored = ignored;
    this.sizeUnit = sizeUnit;
  }

  /**
   * Returns the mapping that finds every field by its usual names.
   *
   * @return the default mapping
   */
  public static ColumnMapping byName() {
    Map<ArtworkField, List<String>> names = new EnumMap<>(ArtworkField.class);
    for (ArtworkField field : ArtworkField.values()) {
      names.put(field, field.defaultNames());
    }
    return new ColumnMapping(names, Map.of(), Set.of(), Set.of(), SizeUnit.CM);
  }

  /**
   * Returns a mapping that finds no field until told.
   *
   * @return the empty mapping
   */
  public static ColumnMapping empty() {
    return new ColumnMapping(
        new EnumMap<>(ArtworkField.class), Map.of(), Set.of(), Set.of(), SizeUnit.CM);
  }

  /**
   * Says which columns hold a field, in place of what was said before.
   *
   * @param field the field
   * @param columns the columns' names, the most wanted first; none takes the field out
   * @return the changed mapping
   */
  public ColumnMapping column(ArtworkField field, String... columns) {
    for (String column : columns) {
      if (ColumnNames.normalized(column).isEmpty()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "column name '%s' for field %s has no letter or digit",
                column,
                field));
      }
    }
    Map<ArtworkField, List<String>> changed = new EnumMap<>(ArtworkField.class);
    changed.putAll(names);
    changed.put(Objects.requireNonNull(field, "field"), List.copyOf(Arrays.asList(columns)));
    return new ColumnMapping(changed, separators, labeled, ignored, sizeUnit);
  }

  /**
   * Says what separates the values of a field, in place of {@code |}, {@code ;} and line ends.
   *
   * @param field a field of several values
   * @param characters each of these characters separates; empty when the text is one value
   * @return the changed mapping
   */
  public ColumnMapping separator(ArtworkField field, String characters) {
    Map<ArtworkField, String> changed = new EnumMap<>(ArtworkField.class);
    changed.putAll(separators);
    changed.put(field, Objects.requireNonNull(characters, "characters"));
    return new ColumnMapping(names, changed, labeled, ignored, sizeUnit);
  }

  /**
   * Says that each value of a field may begin with words and a colon that say what it is, as in
   * {@code Artist: Ada Lindqvist; Publisher: Paul Kern}; they are left out.
   *
   * @param field a field of several values
   * @return the changed mapping
   */
  public ColumnMapping labeled(ArtworkField field) {
    Set<ArtworkField> changed = EnumSet.of(field);
    changed.addAll(labeled);
    return new ColumnMapping(names, separators, changed, ignored, sizeUnit);
  }

  /**
   * Says which columns to pass over: they become no attribute.
   *
   * @param columns the columns' names
   * @return the changed mapping
   */
  public ColumnMapping ignore(String... columns) {
    Set<String> changed = new HashSet<>(ignored);
    for (String column : columns) {
      changed.add(ColumnNames.normalized(column));
    }
    return new ColumnMapping(names, separators, labeled, changed, sizeUnit);
  }

  /**
   * Says the unit of width, height and depth where neither a column, nor the column's name, nor the
   * text says; centimetres unless told.
   *
   * @param unit the unit
   * @return the changed mapping
   */
  public ColumnMapping sizeUnit(SizeUnit unit) {
    return new ColumnMapping(
        names, separators, labeled, ignored, Objects.requireNonNull(unit, "unit"));
  }

  List<String> namesOf(ArtworkField field) {
    return names.getOrDefault(field, List.of());
  }

  String separatorsOf(ArtworkField field) {
    return separators.getOrDefault(field, "|;\n\r");
  }

  /** A value of a field without the words that say what it is. */
  String unlabeled(ArtworkField field, String value) {
    return labeled.contains(field) ? LABEL.matcher(value).replaceFirst("") : value;
  }

  boolean ignores(String column) {
    return ignored.contains(ColumnNames.normalized(column));
  }

  SizeUnit sizeUnit() {
    return sizeUnit;
  }
}
