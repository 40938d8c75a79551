/**
 * The server: requests in, responses out, with what keeps strangers from doing harm. It stands on
 * the HTTP server of the JDK and knows nothing of artworks.
 */
@NullMarked
package io.artrec.examples.gallery.web;

import org.jspecify.annotations.NullMarked;
