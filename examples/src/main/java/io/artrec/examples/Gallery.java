package io.artrec.examples;

import io.artrec.Recommender;
import io.artrec.RecommenderBuilder;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.LoadedInteractions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.LoadedCatalog;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.examples.collection.SyntheticVisitors;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.PeriodFeature;
import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.Mmr;
import io.artrec.rerank.Rerankers;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.texture.GaborTexture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works, visitors and the recommender over them: the bundled ones, or one's own.
 *
 * @param recommender answers
 * @param meaning compares and searches texts
 * @param synthetic whether the visitors are made up
 * @param images whether the works' images were looked at
 * @param notes what was loaded, skipped and cleaned, as text
 */
record Gallery(
    Recommender recommender,
    TextMeaning meaning,
    boolean synthetic,
    boolean images,
    List<String> notes)
    implements AutoCloseable {
  /** A wish counts three times what taste and popularity do; without one they are all. */
  private static final double WISH_WEIGHT = 3;

  static Gallery open(QuickstartOptions options) {
    List<String> notes = new ArrayList<>();
    LoadedCatalog loaded =
        options
            .catalog
            .map(file -> options.loading.catalog(file).load())
            .orElseGet(BundledWorks::load);
    notes.add(loaded.report().toString());
    Optional<Path> folder = imageFolder(options, loaded.catalog());
    Catalog catalog = folder.map(path -> relocate(loaded.catalog(), path)).orElse(loaded.catalog());
    Interactions interactions =
        options
            .interactions
            .map(file -> visits(options, file, notes))
            .orElse(SyntheticVisitors.visit(catalog, SyntheticVisitors.SEED));
    boolean chinese = isChinese(catalog);
    TextMeaning meaning =
        options.wordsOnly ? TextMeaning.byWords(chinese) : TextMeaning.byModel(chinese);
    meaning.note().ifPresent(notes::add);
    RecommenderBuilder builder =
        Recommender.builder()
            .catalog(catalog)
            .interactions(interactions)
            .feature(1.0, AttributeFeature.subjects())
            .feature(0.8, AttributeFeature.movement())
            .feature(0.6, AttributeFeature.artist())
            .feature(0.4, AttributeFeature.genre())
            .feature(0.6, AttributeFeature.attribute("palette"))
            .feature(0.4, PeriodFeature.standard())
            .feature(0.8, meaning.feature())
            .strategy(
                Hybrid.weighted()
                    .add(0.85, ContentBased.preferred())
                    .add(0.15, Popularity.allTime())
                    .add(WISH_WEIGHT, meaning.search()))
            .rerank(Rerankers.chain(Mmr.lambda(0.75), AttributeCap.perArtist(2)));
    options.cache.or(() -> usualCache(notes)).ifPresent(builder::cache);
    folder.ifPresent(
        path ->
            builder
                .images(path)
                .feature(1.0, ColorHistogram.hsv())
                .feature(0.6, GaborTexture.standard()));
    Recommender recommender = builder.build();
    return new Gallery(
        recommender, meaning, options.interactions.isEmpty(), folder.isPresent(), notes);
  }

  @Override
  public void close() {
    recommender.close();
    meaning.encoder().ifPresent(TransformerEncoder::close);
  }

  /** The cache where nobody named one; without it, and with a note, where it cannot be. */
  private static Optional<Path> usualCache(List<String> notes) {
    Path folder = Path.of(".artrec-cache");
    boolean writable;
    try {
      Files.createDirectories(folder);
      writable = Files.isWritable(folder);
    } catch (IOException e) {
      writable = false;
    }
    if (!writable) {
      notes.add(
          "Nothing is kept for the next run: no permission to write "
              + folder
              + "; --cache names another folder");
    }
    return writable ? Optional.of(folder) : Optional.empty();
  }

  /** Whether most titles are written in Chinese characters. */
  private static boolean isChinese(Catalog catalog) {
    long chinese =
        catalog.stream()
            .filter(
                work ->
                    work.title()
                        .codePoints()
                        .anyMatch(
                            c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
            .count();
    return chinese > catalog.size() / 2;
  }

  private static Interactions visits(QuickstartOptions options, Path file, List<String> notes) {
    LoadedInteractions loaded = options.loading.interactions(file).load();
    notes.add(loaded.report().toString());
    return loaded.interactions();
  }

  /** The folder that was named, or the catalogue's own when images are there. */
  private static Optional<Path> imageFolder(QuickstartOptions options, Catalog catalog) {
    if (options.images.isPresent()) {
      return options.images;
    }
    Optional<Path> own = options.catalog.map(file -> file.toAbsolutePath().getParent());
    return own.filter(
        folder ->
            catalog.stream()
                .flatMap(artwork -> artwork.image().stream())
                .limit(20)
                .anyMatch(image -> in(folder, image).filter(Files::isRegularFile).isPresent()));
  }

  /**
   * Lets {@code images/17.jpg} be found in the folder as {@code 17.jpg} too, when only that is
   * there.
   */
  private static Catalog relocate(Catalog catalog, Path folder) {
    List<Artwork> works = new ArrayList<>();
    for (Artwork artwork : catalog) {
      Optional<String> inFolder =
          artwork
              .image()
              .flatMap(image -> in(folder, image))
              .filter(path -> !Files.exists(path))
              .map(path -> String.valueOf(path.getFileName()))
              .filter(name -> Files.exists(folder.resolve(name)));
      works.add(inFolder.map(name -> artwork.toBuilder().image(name).build()).orElse(artwork));
    }
    return Catalog.of(works);
  }

  /** A path in the folder; none for a name that this system's file names cannot hold. */
  private static Optional<Path> in(Path folder, String image) {
    try {
      return Optional.of(folder.resolve(image));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
