/**
 * A recommender as a bean of a Spring Boot application: made of the application's beans and
 * properties, closed with it, watched by its health, and written as JSON by its Jackson. Serves
 * Boot 3.5 and 4.
 */
@NullMarked
package io.artrec.spring.boot;

import org.jspecify.annotations.NullMarked;
