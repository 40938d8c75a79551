package io.artrec.vision;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Reference values of scikit-image for a few paintings. They lie outside the project, in the folder
 * named by the system property {@code artrec.shared.data} or in {@code shared/data} beside one of
 * the folders above; a test that asks for them is skipped where they are absent.
 */
public final class Goldens {
  private final Path folder;
  private final JsonObject values;

  private Goldens(Path folder, JsonObject values) {
    this.folder = folder;
    this.values = values;
  }

  public static Goldens load() throws IOException {
    return new Goldens(folder(), read("vision-goldens.json"));
  }

  /** Returns the values of another file of the folder. */
  public static JsonObject read(String file) throws IOException {
    String json = Files.readString(folder().resolve(file), StandardCharsets.UTF_8);
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static Path folder() {
    Optional<Path> found = sharedData().map(data -> data.resolve("goldens/vision"));
    Assumptions.assumeTrue(
        found.isPresent() && Files.isDirectory(found.get()), "shared/data/goldens is absent");
    return found.orElseThrow();
  }

  /** Returns each image with its reference values. */
  public Map<String, JsonObject> images() {
    Map<String, JsonObject> images = new TreeMap<>();
    values.entrySet().forEach(e -> images.put(e.getKey(), e.getValue().getAsJsonObject()));
    return images;
  }

  public RgbImage decode(String name) throws IOException {
    return ImageDecoder.standard().decode(Files.readAllBytes(folder.resolve(name)), name);
  }

  private static Optional<Path> sharedData() {
    String property = System.getProperty("artrec.shared.data");
    if (property != null) {
      return Optional.of(Path.of(property));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
