"""Search over everything public: sessions, people, pages, news and acts."""
