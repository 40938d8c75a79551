package io.artrec.vision.image;

import java.io.IOException;

/** Says why a file is not handed to its reader; the message is a reason without the file's name. */
final class RefusedImageException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedImageException(String reason) {
    super(reason);
  }
}
