package dev.nightjar.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test on a real PostgreSQL. Its methods may take a {@link TestDatabase} or a {@link Shop}, each
 * of their own and gone afterwards. {@code nightjar test --fast} leaves it out, as every test
 * tagged slow: those that start servers or processes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("slow")
@ExtendWith(DatabaseExtension.class)
public @interface DatabaseTest {}
