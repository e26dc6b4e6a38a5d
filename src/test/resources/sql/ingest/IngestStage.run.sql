select brin_summarize_new_values('ingest.order_lines_by_file');
