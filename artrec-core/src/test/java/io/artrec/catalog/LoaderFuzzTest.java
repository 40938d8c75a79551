package io.artrec.catalog;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.tabular.LoadException;
import java.io.ByteArrayInputStream;

/**
 * Whatever the bytes, a loader gives a result or a {@link LoadException}, and a report to print.
 */
class LoaderFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void csvCatalogue_neverThrowsRaw(byte[] bytes) {
    try {
      LoadedCatalog loaded =
          CatalogLoader.csv(new ByteArrayInputStream(bytes)).tolerateShare(1).load();
      requireCounted(loaded);
    } catch (LoadException expected) {
      requirePrintable(String.valueOf(expected.getMessage()));
    }
  }

  @FuzzTest(maxDuration = "60s")
  void jsonCatalogue_neverThrowsRaw(byte[] bytes) {
    try {
      LoadedCatalog loaded =
          CatalogLoader.jsonLines(new ByteArrayInputStream(bytes)).tolerateShare(1).load();
      requireCounted(loaded);
    } catch (LoadException expected) {
      requirePrintable(String.valueOf(expected.getMessage()));
    }
  }

  @FuzzTest(maxDuration = "60s")
  void interactions_neverThrowRaw(byte[] bytes) {
    try {
      requirePrintable(
          InteractionsLoader.csv(new ByteArrayInputStream(bytes))
              .tolerateShare(1)
              .load()
              .report()
              .toString());
    } catch (LoadException expected) {
      requirePrintable(String.valueOf(expected.getMessage()));
    }
  }

  private static void requireCounted(LoadedCatalog loaded) {
    if (loaded.catalog().size() != loaded.report().loaded()) {
      throw new AssertionError("the report counts " + loaded.report().loaded() + " artworks");
    }
    requirePrintable(loaded.report().toString());
  }

  private static void requirePrintable(String text) {
    text.chars()
        .filter(c -> c != '\n' && Character.isISOControl(c))
        .findFirst()
        .ifPresent(
            c -> {
              throw new AssertionError("control character " + c + " in: " + text);
            });
  }
}
