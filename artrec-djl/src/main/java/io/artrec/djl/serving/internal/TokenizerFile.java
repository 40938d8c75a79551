package io.artrec.djl.serving.internal;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.artrec.djl.ModelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** Opens {@code tokenizer.json} files. */
public final class TokenizerFile {
  private TokenizerFile() {}

  /**
   * Opens a tokenizer that neither cuts nor pads.
   *
   * @param what what messages call the model
   * @param json the file
   * @return the tokenizer; close it
   * @throws ModelException when the file describes none, or the native library does not run here
   */
  public static HuggingFaceTokenizer open(String what, byte[] json) {
    try {
      return HuggingFaceTokenizer.newInstance(
          new ByteArrayInputStream(json),
          Map.of("truncation", "do_not_truncate", "padding", "do_not_pad"));
    } catch (LinkageError e) {
      throw new ModelException(
          "cannot open the tokenizer of "
              + what
              + ": the native library of ai.djl.huggingface:tokenizers does not run on this platform;"
              + " use one it is built for (Linux, macOS, Windows on x86-64 or arm64)",
          e);
    } catch (IOException | RuntimeException e) {
      throw new ModelException(
          "cannot open the tokenizer of "
              + what
              + ": its tokenizer.json describes none that is known, expected WordPiece, BPE or Unigram;"
              + " save it anew with a current version of the Hugging Face tokenizers",
          e);
    }
  }
}
