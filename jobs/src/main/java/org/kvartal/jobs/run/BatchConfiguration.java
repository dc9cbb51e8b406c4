package org.kvartal.jobs.run;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring Batch on the embedded job repository. Expects the {@link DataSource} in the context. */
@Configuration
class BatchConfiguration extends JdbcDefaultBatchConfiguration {

    @Bean
    PlatformTransactionManager transactionManager(DataSource repository) {
        return new JdbcTransactionManager(repository);
    }

    @Override
    protected ExecutionContextSerializer getExecutionContextSerializer() {
        return new PlainContextSerializer();
    }
}
