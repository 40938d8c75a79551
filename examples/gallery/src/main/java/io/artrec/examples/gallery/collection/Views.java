package io.artrec.examples.gallery.collection;

import io.artrec.Recommender;
import io.artrec.catalog.Catalog;
import io.artrec.elicitation.FirstMeeting;
import io.artrec.filter.Filter;
import io.artrec.llm.conversation.Conversations;
import io.artrec.llm.prompt.Prompter;
import io.artrec.llm.question.Questions;
import io.artrec.map.CollectionMap;
import io.artrec.map.Tsne;
import io.artrec.task.Workers;
import io.artrec.text.mood.CatalogMoods;
import io.artrec.text.mood.MoodReader;
import io.artrec.text.wish.WishCatalog;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vision.color.PaletteSearch;
import io.artrec.vision.room.RoomSearch;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is made of one state of the catalogue: searches by color, room, mood and wish, the first
 * meeting, conversations. Each is made when it is first asked for. Thread-safe.
 */
public final class Views {
  private static final int ON_A_WALL = 6;
  private static final List<String> MAPPED = List.of("subject", "palette", "composition", "mood");

  /** Lets through works with a picture. */
  public static final Filter WITH_PICTURE = Filter.of("with a picture", Pictures::has);

  private final Catalog catalog;
  private final Lazy<PaletteSearch> palettes;
  private final Lazy<RoomSearch> rooms;
  private final Lazy<CatalogMoods> moods;
  private final Lazy<WishCatalog> wishes;
  private final Lazy<Conversations> conversations;
  private final Lazy<FirstMeeting> meeting;
  private final Lazy<Questions> questions;
  private final Map<String, Lazy<CollectionMap>> maps = new LinkedHashMap<>();

  Views(Recommender recommender, Pictures pictures, Optional<Prompter> prompter) {
    catalog = recommender.catalog();
    palettes = new Lazy<>(() -> PaletteSearch.of(catalog, pictures));
    rooms = new Lazy<>(() -> RoomSearch.of(catalog, palettes()));
    moods =
        new Lazy<>(() -> CatalogMoods.of(MoodReader.standard(), catalog, recommender.features()));
    wishes = new Lazy<>(() -> WishCatalog.of(catalog));
    conversations =
        new Lazy<>(
            () -> {
              Conversations plain =
                  Conversations.over(recommender, wishes()).count(ON_A_WALL).searchingInWords();
              return prompter.map(plain::with).orElse(plain);
            });
    meeting = new Lazy<>(() -> recommender.firstMeeting().filter(WITH_PICTURE).prepare());
    questions = new Lazy<>(() -> Questions.about(catalog));
    for (String feature : MAPPED) {
      recommender
          .features()
          .find(feature)
          .map(this::shown)
          .filter(vectors -> vectors.presentCount() > 0)
          .ifPresent(vectors -> maps.put(feature, new Lazy<>(() -> map(vectors))));
    }
  }

  /** The vectors of works that are not withdrawn. */
  private FeatureMatrix shown(FeatureMatrix vectors) {
    Map<Integer, Optional<float[]>> gone = new HashMap<>();
    for (int artwork = 0; artwork < catalog.size(); artwork++) {
      if (catalog.isWithdrawn(artwork)) {
        gone.put(artwork, Optional.empty());
      }
    }
    return gone.isEmpty() ? vectors : vectors.with(vectors.size(), vectors.dimensions(), gone);
  }

  private CollectionMap map(FeatureMatrix vectors) {
    return CollectionMap.of(catalog, Tsne.standard().layout(vectors, Workers.of(1)));
  }

  /** Makes all of it, so that nobody waits. */
  void warm() {
    conversations.get();
    moods.get();
    meeting.get();
    rooms.get();
    questions.get();
    maps.values().forEach(Lazy::get);
  }

  /**
   * Returns the works.
   *
   * @return the catalogue that all of this is of
   */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Returns the search by colors.
   *
   * @return of works with a picture
   */
  public PaletteSearch palettes() {
    return palettes.get();
  }

  /**
   * Returns the search for a room.
   *
   * @return of works with a picture and a size
   */
  public RoomSearch rooms() {
    return rooms.get();
  }

  /**
   * Returns how the works feel.
   *
   * @return their moods
   */
  public CatalogMoods moods() {
    return moods.get();
  }

  /**
   * Returns what reads wishes.
   *
   * @return the reader, and what its parts mean here
   */
  public WishCatalog wishes() {
    return wishes.get();
  }

  /**
   * Returns by which features there are maps.
   *
   * @return their names; none of an empty collection
   */
  public List<String> mapped() {
    return List.copyOf(maps.keySet());
  }

  /**
   * Returns a map of the collection.
   *
   * @param feature one of {@link #mapped}
   * @return works that are alike in it near each other
   */
  public CollectionMap map(String feature) {
    return Objects.requireNonNull(maps.get(feature), feature).get();
  }

  /**
   * Returns what holds conversations.
   *
   * @return with a language model where there is one
   */
  public Conversations conversations() {
    return conversations.get();
  }

  /**
   * Returns the first meeting.
   *
   * @return by pairs of works with a picture
   */
  public FirstMeeting meeting() {
    return meeting.get();
  }

  /**
   * Returns what answers questions about the works.
   *
   * @return by their records
   */
  public Questions questions() {
    return questions.get();
  }
}
