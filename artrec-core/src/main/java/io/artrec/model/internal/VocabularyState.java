package io.artrec.model.internal;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.ArtworkJson;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Writes and reads catalogue, behaviour, preference model and features. */
public final class VocabularyState {
  private VocabularyState() {}

  /**
   * Writes a catalogue.
   *
   * @param catalog the catalogue
   * @param out receives it
   */
  public static void writeCatalog(Catalog catalog, StateWriter out) {
    out.putLong("artworks", catalog.size());
    for (Artwork artwork : catalog) {
      out.putString("artwork", ArtworkJson.toJson(artwork));
    }
    out.putInts("withdrawn", catalog.withdrawn().stream().toArray());
  }

  /**
   * Reads a catalogue.
   *
   * @param in what {@link #writeCatalog} wrote
   * @return the catalogue
   */
  public static Catalog readCatalog(StateReader in) {
    int size = in.getCount("artworks", Integer.MAX_VALUE);
    List<Artwork> artworks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String json = in.getString("artwork");
      try {
        artworks.add(ArtworkJson.parse(json));
      } catch (RuntimeException e) {
        throw new ModelFileException("the model's artwork " + i + " cannot be read: " + e, e);
      }
    }
    BitSet withdrawn = new BitSet(size);
    for (int index : in.getIndices("withdrawn", size)) {
      withdrawn.set(index);
    }
    return Catalog.of(artworks).withWithdrawn(withdrawn);
  }

  /**
   * Writes events.
   *
   * @param events the events
   * @param out receives them
   */
  public static void writeInteractions(Interactions events, StateWriter out) {
    List<String> users = new ArrayList<>();
    for (int user = 0; user < events.userCount(); user++) {
      users.add(events.userId(user));
    }
    List<String> artworks = new ArrayList<>();
    for (int artwork = 0; artwork < events.artworkCount(); artwork++) {
      artworks.add(events.artworkId(artwork));
    }
    out.putStrings("users", users);
    out.putStrings("interactionArtworks", artworks);
    out.putStrings(
        "kinds", Arrays.stream(InteractionKind.values()).map(InteractionKind::code).toList());
    int[] column = new int[events.size()];
    Arrays.setAll(column, events::user);
    out.putInts("user", column);
    Arrays.setAll(column, events::artwork);
    out.putInts("artwork", column);
    Map<InteractionKind, Integer> numbers = new EnumMap<>(InteractionKind.class);
    for (InteractionKind kind : InteractionKind.values()) {
      numbers.put(kind, numbers.size());
    }
    Arrays.setAll(column, row -> numbers.getOrDefault(events.kind(row), 0));
    out.putInts("kind", column);
    float[] values = new float[events.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = events.value(row);
    }
    out.putFloats("value", values);
    long[] times = new long[events.size()];
    Arrays.setAll(times, events::epochMillis);
    out.putLongs("time", times);
    writeSparse("comment", events, events::comment, out);
    writeSparse("eventId", events, events::eventId, out);
  }

  private static void writeSparse(
      String name, Interactions events, IntFunction<Optional<String>> column, StateWriter out) {
    List<String> texts = new ArrayList<>();
    int[] rows = new int[events.size()];
    for (int row = 0; row < events.size(); row++) {
      Optional<String> text = column.apply(row);
      if (text.isPresent()) {
        rows[texts.size()] = row;
        texts.add(text.get());
      }
    }
    out.putInts(name + "Rows", Arrays.copyOf(rows, texts.size()));
    out.putStrings(name + "s", texts);
  }

  /**
   * Reads events.
   *
   * @param in what {@link #writeInteractions} wrote
   * @return the events
   */
  public static Interactions readInteractions(StateReader in) {
    List<String> users = in.getStrings("users");
    List<String> artworks = in.getStrings("interactionArtworks");
    List<InteractionKind> kinds = new ArrayList<>();
    for (String code : in.getStrings("kinds")) {
      kinds.add(
          InteractionKind.ofCode(code)
              .orElseThrow(
                  () ->
                      new ModelFileException(
                          "the model holds interactions of kind '"
                              + code
                              + "', which this version of artrec does not know")));
    }
    int[] user = in.getInts("user");
    int[] artwork = in.getInts("artwork");
    int[] kind = in.getInts("kind");
    float[] value = in.getFloats("value");
    long[] time = in.getLongs("time");
    Sparse comments = readSparse("comment", in);
    Sparse eventIds = readSparse("eventId", in);
    try {
      Interactions.Builder builder = Interactions.builder();
      for (int row = 0; row < user.length; row++) {
        Optional<String> comment = comments.at(row);
        Optional<String> eventId = eventIds.at(row);
        String userId = users.get(user[row]);
        String artworkId = artworks.get(artwork[row]);
        if (comment.isEmpty() && eventId.isEmpty()) {
          builder.add(userId, artworkId, kinds.get(kind[row]), value[row], time[row]);
        } else {
          builder.add(
              new Interaction(
                  userId,
                  artworkId,
                  kinds.get(kind[row]),
                  value[row],
                  time[row] == Interactions.NO_TIME
                      ? Optional.empty()
                      : Optional.of(Instant.ofEpochMilli(time[row])),
                  comment,
                  eventId));
        }
      }
      return builder.build();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ModelFileException("the model's interactions do not fit together: " + e, e);
    }
  }

  private static Sparse readSparse(String name, StateReader in) {
    return new Sparse(in.getInts(name + "Rows"), in.getStrings(name + "s"));
  }

  private static final class Sparse {
    private final int[] rows;
    private final List<String> texts;

    Sparse(int[] rows, List<String> texts) {
      this.rows = rows;
      this.texts = texts;
    }

    Optional<String> at(int row) {
      int found = Arrays.binarySearch(rows, row);
      return found >= 0 ? Optional.of(texts.get(found)) : Optional.empty();
    }
  }

  /**
   * Writes a preference model.
   *
   * @param model the preference model
   * @param out receives it
   */
  public static void writePreferenceModel(PreferenceModel model, StateWriter out) {
    out.putStrings(
        "weightKinds", model.weights().keySet().stream().map(InteractionKind::code).toList());
    out.putDoubles(
        "weights", model.weights().values().stream().mapToDouble(Double::doubleValue).toArray());
    out.putDouble("ratingMin", model.ratingMin());
    out.putDouble("ratingMax", model.ratingMax());
    out.putLong("halfLifeMillis", model.halfLife().map(Duration::toMillis).orElse(0L));
  }

  /**
   * Reads a preference model.
   *
   * @param in what {@link #writePreferenceModel} wrote
   * @return the preference model
   */
  public static PreferenceModel readPreferenceModel(StateReader in) {
    List<String> kinds = in.getStrings("weightKinds");
    double[] values = in.getDoubles("weights");
    Map<InteractionKind, Double> weights = new EnumMap<>(InteractionKind.class);
    for (int i = 0; i < kinds.size(); i++) {
      weights.put(InteractionKind.ofCode(kinds.get(i)).orElseThrow(), values[i]);
    }
    double min = in.getFinite("ratingMin");
    double max = in.getFinite("ratingMax");
    long halfLife = in.getLong("halfLifeMillis");
    return new PreferenceModel(
        weights,
        min,
        max,
        halfLife > 0 ? Optional.of(Duration.ofMillis(halfLife)) : Optional.empty());
  }

  /**
   * Writes features.
   *
   * @param store the features
   * @param out receives them
   */
  public static void writeFeatures(FeatureStore store, StateWriter out) {
    out.putLong("features", store.entries().size());
    for (FeatureStore.Entry entry : store.entries()) {
      FeatureSpec spec = entry.spec();
      out.putString("feature", spec.name());
      out.putLong("version", spec.version());
      out.putString("facet", spec.facet());
      out.putString("parameters", spec.parameters());
      out.putString("similarity", spec.similarity().name());
      out.putStrings("sources", spec.sources().stream().map(Enum::name).sorted().toList());
      out.putDouble("weight", entry.weight());
      out.putDouble("alikeFrom", spec.alikeFrom());
      MatrixState.write(entry.matrix(), out);
    }
  }

  /**
   * Reads features.
   *
   * @param artworks the number of artworks
   * @param similarities finds a similarity by name
   * @param in what {@link #writeFeatures} wrote
   * @return the features
   */
  public static FeatureStore readFeatures(
      int artworks, Function<String, Similarity> similarities, StateReader in) {
    long features = in.getLong("features");
    List<FeatureStore.Entry> entries = new ArrayList<>();
    for (long f = 0; f < features; f++) {
      String name = in.getString("feature");
      int version = (int) in.getLong("version");
      String facet = in.getString("facet");
      String parameters = in.getString("parameters");
      Similarity similarity = similarities.apply(in.getString("similarity"));
      Set<FeatureSpec.Source> sources = new HashSet<>();
      in.getStrings("sources").forEach(source -> sources.add(FeatureSpec.Source.valueOf(source)));
      double weight = in.getFinite("weight");
      double alikeFrom =
          in.isNext("alikeFrom") ? in.getFinite("alikeFrom") : FeatureSpec.STANDARD_ALIKE_FROM;
      FeatureSpec spec =
          FeatureSpec.named(name)
              .version(version)
              .facet(facet)
              .parameters(parameters)
              .similarity(similarity)
              .sources(sources)
              .alikeFrom(alikeFrom)
              .build();
      entries.add(new FeatureStore.Entry(spec, MatrixState.read(name, artworks, in), weight));
    }
    return FeatureStore.of(artworks, entries);
  }
}
