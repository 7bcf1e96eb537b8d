# The kg command, for the service `kg` of docker-compose.yml.
FROM python:3.12-slim
COPY pyproject.toml README.md /src/
COPY kg /src/kg
COPY cypher /src/cypher
RUN pip install --no-cache-dir /src && useradd --create-home kg
USER kg
WORKDIR /home/kg
