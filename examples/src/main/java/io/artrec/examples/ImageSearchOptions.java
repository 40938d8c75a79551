package io.artrec.examples;

import io.artrec.vision.embedding.ImagePreparation;
import io.artrec.vision.embedding.Resizing;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What {@link ImageSearch} was asked on the command line. */
final class ImageSearchOptions {
  static final String USAGE =
      """
      artrec image search: pictures that look alike, or that words find, by networks of yours.

        --images DIR         a folder of pictures, in folders of its own or not
        --model FILE         a network that gives vectors of images, .onnx or TorchScript .pt
        --preset NAME        what it takes: clip, siglip, dino or imagenet; clip unless said
        --side N             the side of its square; 224 unless said
        --output NAME        the output to take, by name or number, where it gives several

      one of
        --neighbors          for each picture those that look most like it
        --query WORDS        the pictures that WORDS say, by the network's text half:
          --text-model PATH    a folder with the model and its tokenizer.json
          --text-output NAME   the output to take, by name or number (text_embeds)
          --tokens N,FILLER    the length it takes and the token that fills up (77,49407)
          --prompt TEXT        what words are put into, for instance "a painting of {}"

      and
        --n N                how many pictures; 5 unless said
        --cache DIR          keeps vectors there, so that the next time is quick

      docs/vision-embeddings.md says how a network is exported. With Maven:
        mvn -q -pl examples -am compile exec:java \\
          -Dexec.mainClass=io.artrec.examples.ImageSearch \\
          -Dexec.args="--images pictures --model clip-image.onnx --neighbors"
      """;

  private static final Set<String> VALUED =
      Set.of(
          "--images",
          "--model",
          "--preset",
          "--side",
          "--output",
          "--query",
          "--text-model",
          "--text-output",
          "--tokens",
          "--prompt",
          "--n",
          "--cache");

  private final Map<String, String> given = new HashMap<>();
  private boolean help;
  private boolean neighbors;

  private ImageSearchOptions() {}

  static ImageSearchOptions parse(String[] args) {
    ImageSearchOptions options = new ImageSearchOptions();
    Iterator<String> rest = Arrays.asList(args).iterator();
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    if (!options.help) {
      options.check();
    }
    return options;
  }

  private void read(String option, Iterator<String> rest) {
    if (option.equals("--help") || option.equals("-h")) {
      help = true;
    } else if (option.equals("--neighbors")) {
      neighbors = true;
    } else if (!VALUED.contains(option)) {
      throw new IllegalArgumentException("unknown option '" + option + "'; --help lists them");
    } else if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value; --help says which");
    } else if (given.put(option, rest.next()) != null) {
      throw new IllegalArgumentException(option + " is there twice");
    }
  }

  private void check() {
    for (String needed : new String[] {"--images", "--model"}) {
      if (!given.containsKey(needed)) {
        throw new IllegalArgumentException(needed + " is missing; --help says what it is");
      }
    }
    if (neighbors == query().isPresent()) {
      throw new IllegalArgumentException("say one of --neighbors and --query WORDS");
    }
    if (query().isPresent() && !given.containsKey("--text-model")) {
      throw new IllegalArgumentException(
          "--query needs the network's text half, --text-model PATH; --help says more");
    }
    preparation();
    number("--n", 1, 1000);
    filling();
  }

  boolean help() {
    return help;
  }

  Path images() {
    return Path.of(given.getOrDefault("--images", ""));
  }

  Path model() {
    return Path.of(given.getOrDefault("--model", ""));
  }

  Optional<String> output() {
    return Optional.ofNullable(given.get("--output"));
  }

  Optional<String> query() {
    return Optional.ofNullable(given.get("--query"));
  }

  Path textModel() {
    return Path.of(given.getOrDefault("--text-model", ""));
  }

  String textOutput() {
    return given.getOrDefault("--text-output", "text_embeds");
  }

  String prompt() {
    return given.getOrDefault("--prompt", "{}");
  }

  Optional<Path> cache() {
    return Optional.ofNullable(given.get("--cache")).map(Path::of);
  }

  int n() {
    return number("--n", 1, 1000).orElse(5);
  }

  /** The length of texts, and the token that fills them up. */
  int[] filling() {
    String text = given.getOrDefault("--tokens", "77,49407");
    if (!text.matches("\\d{1,5},\\d{1,7}")) {
      throw new IllegalArgumentException(
          "--tokens is '" + text + "', expected a length and a token, for instance 77,49407");
    }
    int comma = text.indexOf(',');
    return new int[] {
      Integer.parseInt(text.substring(0, comma)), Integer.parseInt(text.substring(comma + 1))
    };
  }

  ImagePreparation preparation() {
    OptionalInt side = number("--side", 1, 4096);
    String preset = given.getOrDefault("--preset", "clip");
    ImagePreparation usual =
        switch (preset) {
          case "clip" -> ImagePreparation.clip();
          case "siglip" -> ImagePreparation.sigLip();
          case "dino" -> ImagePreparation.dino();
          case "imagenet" -> ImagePreparation.imageNet();
          default ->
              throw new IllegalArgumentException(
                  "--preset is '" + preset + "', expected clip, siglip, dino or imagenet");
        };
    if (side.isEmpty()) {
      return usual;
    }
    boolean whole = preset.equals("siglip");
    return usual.resizing(whole ? Resizing.BOTH_SIDES : Resizing.SHORTER_SIDE, side.getAsInt());
  }

  private OptionalInt number(String option, int least, int most) {
    String text = given.get(option);
    if (text == null) {
      return OptionalInt.empty();
    }
    if (text.matches("\\d{1,6}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    throw new IllegalArgumentException(
        option + " is '" + text + "', expected a number from " + least + " to " + most);
  }
}
